// Starters: loaded before a part of the cluster (`node --import`), which ends when its starter was killed.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid === parent) return
  // Once: a second signal would cut short what the first has begun.
  clearInterval(watch)
  process.kill(process.pid, 'SIGTERM')
}, 500)
watch.unref()
