# Reads the Ames table out of the R package modeldata and writes its number columns that the lecture's regression uses.
# Usage: Rscript ames.R .../modeldata/data/Rdata OUTPUT.csv
arguments <- commandArgs(trailingOnly = TRUE)
lazyLoad(arguments[1])
columns <- c("Lot_Frontage", "Lot_Area", "Year_Built", "Year_Remod_Add", "Total_Bsmt_SF", "First_Flr_SF", "Second_Flr_SF",
             "Gr_Liv_Area", "Full_Bath", "Bedroom_AbvGr", "TotRms_AbvGrd", "Garage_Cars", "Garage_Area", "Sale_Price")
write.csv(as.data.frame(ames)[, columns], arguments[2], row.names = FALSE, quote = FALSE)
