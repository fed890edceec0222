-- wrk: asks one path of host after host, and closes with one line that bench.sh reads:
--   requests-per-second median-milliseconds refused
-- wrk -s hosts.lua http://127.0.0.1:PORT -- FILE-OF-HOSTS PATH
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  hosts, path = {}, args[2]
  for host in io.lines(args[1]) do
    hosts[#hosts + 1] = host
  end
  -- Two threads begin half a round apart, so that they do not ask each host twice in a row.
  at = math.floor(#hosts / 2) * (number % 2)
end

function request()
  at = at % #hosts + 1
  return wrk.format("GET", path, { Host = hosts[at] })
end

function done(summary, latency)
  local errors = summary.errors
  local refused = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("%.1f %.3f %d\n", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, refused))
end
