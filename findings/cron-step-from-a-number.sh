#!/usr/bin/env bash
# What: cron-schedule 6.0.0 for JavaScript accepts "5/15 0 * * *" and drops the step: it runs at 00:05 alone. cron-parser 5.10.6 and Cronos 0.13.0 read "from 5 on, every 15 minutes" (00:05, 00:20,
# 00:35, 00:50), and croner 11.0.1 refuses the text.
# Why it matters: three quarters of the runs are missing and nothing says so. A schedule of this form needs to be written 5-59/15, which all of them read alike.
# Seen: "cron-schedule 5/15: 5", "cron-parser 5/15: 5 20 35 50", "croner 5/15: refused", "Cronos 5/15: 5 20 35 50", and "5 20 35 50" from each for 5-59/15.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm init -y > npm.txt && npm install --no-audit --no-fund croner@11.0.1 cron-parser@5.10.6 cron-schedule@6.0.0 >> npm.txt
cat > finding.mjs <<'SCRIPT'
import { Cron } from 'croner';
import parser from 'cron-parser';
import { parseCronExpression } from 'cron-schedule';

const day = new Date('2026-01-01T00:00:00Z');
const before = new Date(day.getTime() - 1000);
const readers = {
  'cron-schedule': text => parseCronExpression(text).getNextDates(4, before),
  'cron-parser': text => { const times = parser.CronExpressionParser.parse(text, { currentDate: before, tz: 'UTC' }); return [1, 2, 3, 4].map(() => times.next().toDate()); },
  croner: text => new Cron(text, { timezone: 'UTC' }).nextRuns(4, before),
};
for (const minutes of ['5/15', '5-59/15']) {
  for (const [name, read] of Object.entries(readers)) {
    let seen;
    try {
      seen = read(`${minutes} 0 * * *`).filter(time => time.getTime() < day.getTime() + 86_400_000).map(time => time.getUTCMinutes()).join(' ');
    } catch {
      seen = 'refused';
    }
    console.log(`${name} ${minutes}: ${seen}`);
  }
}
SCRIPT
TZ=UTC node finding.mjs > seen.txt

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Cronos" Version="[0.13.0]" /></ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
foreach (var minutes in new[] { "5/15", "5-59/15" })
    Console.WriteLine($"Cronos {minutes}: {string.Join(' ', Cronos.CronExpression.Parse($"{minutes} 0 * * *").GetOccurrences(day, day.AddDays(1)).Select(static time => time.Minute))}");
PROGRAM
dotnet run >> seen.txt
cat seen.txt

for line in 'cron-schedule 5/15: 5' 'cron-parser 5/15: 5 20 35 50' 'croner 5/15: refused' 'Cronos 5/15: 5 20 35 50' \
  'cron-schedule 5-59/15: 5 20 35 50' 'cron-parser 5-59/15: 5 20 35 50' 'croner 5-59/15: 5 20 35 50' 'Cronos 5-59/15: 5 20 35 50'; do
  grep -qxF "$line" seen.txt
done
