#!/usr/bin/env bash
# What: on .NET 10.0.12 (Microsoft.NETCore.App.Runtime.linux-x64), awaiting Task.WhenAll over Task throws the failure that ended first, and awaiting Task.WhenAll over Task<T> the failure of the first
# task in the list. The list of all inner exceptions has the same two orders.
# Why it matters: code that looks at the one exception that an await throws takes another branch when two tasks fail in another order, and takes the same one once the tasks have a result. A replay
# of such code has to deliver the failures in the order in which they happened.
# Seen: "Task: second, [second, first]" and "Task<int>: first, [first, second]", where the second task failed before the first.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
    <SelfContained>true</SelfContained>
    <RuntimeFrameworkVersion>10.0.12</RuntimeFrameworkVersion>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
TaskCompletionSource first = new(), second = new();
await Show("Task", Task.WhenAll(first.Task, second.Task), () => second.SetException(new Exception("second")), () => first.SetException(new Exception("first")));

TaskCompletionSource<int> firstOfInt = new(), secondOfInt = new();
await Show("Task<int>", Task.WhenAll(firstOfInt.Task, secondOfInt.Task), () => secondOfInt.SetException(new Exception("second")), () => firstOfInt.SetException(new Exception("first")));

static async Task Show(string name, Task all, params Action[] failures)
{
    foreach (var fail in failures)
        fail();
    try
    {
        await all;
    }
    catch (Exception thrown)
    {
        Console.WriteLine($"{name}: {thrown.Message}, [{string.Join(", ", all.Exception!.InnerExceptions.Select(static inner => inner.Message))}]");
    }
}
PROGRAM
dotnet run > seen.txt
cat seen.txt

grep -qx 'Task: second, \[second, first\]' seen.txt
grep -qx 'Task<int>: first, \[first, second\]' seen.txt
