#!/bin/sh
# 几台电脑和一个共用的文件夹：每台运行 sh docs/shards-machines.sh 第几台 共几台 共用的文件夹；都做完了，在任一台上运行
# sh docs/shards-machines.sh merge 共几台 共用的文件夹。各台的程序、项目文件和浏览器要相同。
# 退出码 1 是有的表有错误：别的照样打印好了，合的时候再报一遍。
set -eu
which=$1 count=$2 shared=$3
if [ "$which" = merge ]; then
  set --
  for index in $(seq "$count"); do set -- "$@" "$shared/$index"; done
  exec npm run merge -- --out "$shared/out" "$@"
fi
exec npm run build -- --shard "$which/$count" --out "$shared/$which"
