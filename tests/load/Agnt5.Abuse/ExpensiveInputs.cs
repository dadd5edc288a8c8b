using System.Diagnostics;
using System.Globalization;

namespace Agnt5.Abuse;

/// <summary>Measures the processor time that each input costs for each of its bytes.</summary>
internal static class ExpensiveInputs
{
    // The kernel counts in steps of 10 ms.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const int MostRequests = 2_000;

    public static async Task RunAsync(string[][] builds, string only)
    {
        Console.WriteLine($"| {"input",-48} | {"bytes",9} |{string.Concat(builds.Select(static build => $" {build[0] + ", us/byte",18} | {"answer",-36} |"))}");
        Console.WriteLine($"|{new string('-', 50)}|{new string('-', 10)}:|{string.Concat(builds.Select(static _ => $"{new string('-', 19)}:|{new string('-', 38)}|"))}");
        foreach (var (name, body) in Documents.All().Where(document => document.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            Console.Write($"| {name,-48} | {body.Length,9:#,0} |");
            foreach (var build in builds)
            {
                var (microseconds, answer) = await MeasureAsync(build, body);
                Console.Write(string.Create(CultureInfo.InvariantCulture, $" {microseconds / body.Length,18:0.000} | {answer,-36} |"));
            }

            Console.WriteLine();
        }
    }

    private static async Task<(double Microseconds, string Answer)> MeasureAsync(string[] build, byte[] body)
    {
        // A process of its own for each input, so that none pays for what another has left behind.
        await using var target = await TargetProcess.StartAsync(build[0], build[1]);
        using var client = new HttpClient { Timeout = Patience };
        var answer = await SendAsync(client, target, body);
        if (answer.StartsWith("no answer", StringComparison.Ordinal))
            return (target.ProcessorTime().TotalMicroseconds, answer);

        // The first requests pay for the compiler as well.
        await RepeatAsync(client, target, body);
        return (await RepeatAsync(client, target, body), answer);
    }

    /// <summary>Sends the same request again and again, and returns the microseconds of processor time for one.</summary>
    private static async Task<double> RepeatAsync(HttpClient client, TargetProcess target, byte[] body)
    {
        var (before, began, requests) = (target.ProcessorTime(), Stopwatch.GetTimestamp(), 0);
        do
        {
            await SendAsync(client, target, body);
            requests++;
        }
        while (target.ProcessorTime() - before < Enough && requests < MostRequests && Stopwatch.GetElapsedTime(began) < Patience);
        return (target.ProcessorTime() - before).TotalMicroseconds / requests;
    }

    private static async Task<string> SendAsync(HttpClient client, TargetProcess target, byte[] body)
    {
        try
        {
            using var request = SignedInvoke.Request(target.Address, body);
            using var response = await client.SendAsync(request);
            // The answer may hold what was sent, so it is not parsed.
            var text = await response.Content.ReadAsStringAsync();
            var words = text[..Math.Min(text.Length, 200)].Split('"');
            return $"{(int)response.StatusCode} {words.FirstOrDefault(static word => word.StartsWith("WORKERLESS_", StringComparison.Ordinal)) ?? words[3]}";
        }
        catch (OperationCanceledException)
        {
            return $"no answer in {Patience.TotalSeconds:0} s";
        }
    }
}
