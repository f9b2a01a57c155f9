#!/bin/sh
# In place of ffmpeg: sends one full chunk and then nothing, so whoever has the chunk knows that it runs.
echo $$ > "$0.pid"
head -c 32768 /dev/zero
sleep 1000 &
wait
