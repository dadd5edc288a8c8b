#!/usr/bin/env bash
# What: `ReadOnlyMemory<byte>? input = known ? bytes : null;` is not null when nothing is known: it has a value, which is empty. The type converts from byte[]? by itself, null is a byte[]?, and so the
# conditional has a type of its own before anybody looks at what it is assigned to. `int?` in its place is null. Memory<T> does the same as ReadOnlyMemory<T>, and so does ArraySegment<T>.
# The compiler (Roslyn of the .NET SDK 10.0.401, nullable on, AnalysisMode All) warns of ArraySegment<T> alone (CS8625), which converts from byte[] and not from byte[]?.
# Why it matters: "not known" becomes "known to be empty" without a word. `input ?? Read()` never reads: a message goes out with an empty body, and only where the value was not at hand.
# Seen: "if/else: null", "conditional of ReadOnlyMemory<byte>?: has a value of 0 bytes", "conditional of int?: null", and one warning, of line 11, the one with ArraySegment<byte>.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <AnalysisMode>All</AnalysisMode>
    <NoWarn>CA1303;CA1852</NoWarn>
  </PropertyGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
var known = args.Length > 0;
ReadOnlyMemory<byte> bytes = new byte[] { 1, 2, 3 };

ReadOnlyMemory<byte>? plain;
if (known)
    plain = bytes;
else
    plain = null;
ReadOnlyMemory<byte>? memory = known ? bytes : null;
Memory<byte>? writable = known ? new Memory<byte>([1]) : null;
ArraySegment<byte>? segment = known ? new ArraySegment<byte>([1]) : null;
int? number = known ? 1 : null;

Console.WriteLine($"if/else: {(plain is null ? "null" : "a value")}");
Console.WriteLine($"conditional of ReadOnlyMemory<byte>?: {(memory is { } value ? $"has a value of {value.Length} bytes" : "null")}");
Console.WriteLine($"conditional of Memory<byte>?: {(writable is { } other ? $"has a value of {other.Length} bytes" : "null")}");
Console.WriteLine($"conditional of ArraySegment<byte>?: {(segment is { } part ? $"has a value of {part.Count} bytes" : "null")}");
Console.WriteLine($"conditional of int?: {(number is null ? "null" : "a value")}");
PROGRAM

dotnet build -v quiet > build.log
output=$(dotnet run --no-build)
echo "$output"
grep -oE 'Program\.cs\([0-9]+,[0-9]+\): warning [A-Z0-9]+' build.log | sort -u

expected='if/else: null
conditional of ReadOnlyMemory<byte>?: has a value of 0 bytes
conditional of Memory<byte>?: has a value of 0 bytes
conditional of ArraySegment<byte>?: has a value of 0 bytes
conditional of int?: null'
[ "$output" = "$expected" ] || { echo "The output has changed." >&2; exit 1; }
[ "$(grep -oE 'Program\.cs\([0-9]+,[0-9]+\): warning [A-Z0-9]+' build.log | sort -u | sed 's/,[0-9]*)/)/')" = 'Program.cs(11): warning CS8625' ] || { echo "The warnings have changed." >&2; exit 1; }
