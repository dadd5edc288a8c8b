using System.Diagnostics;
using System.Globalization;
using Agnt5.Tests.Shared;

namespace Agnt5.Abuse;

/// <summary>One endpoint in a process of its own on loopback: one port for HTTP/1.1, one for HTTP/2.</summary>
internal sealed class TargetProcess : IAsyncDisposable
{
    private const int TicksPerSecond = 100;

    private readonly Process _process;

    private TargetProcess(string name, Process process, Uri address, Uri http2)
    {
        Name = name;
        _process = process;
        Address = address;
        Http2 = http2;
    }

    public string Name { get; }

    public Uri Address { get; }

    public Uri Http2 { get; }

    public static async Task<TargetProcess> StartAsync(string name, string binary)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var http2 = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var start = new ProcessStartInfo(binary) { WorkingDirectory = Path.GetDirectoryName(binary) };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["AGNT5_SERVERLESS_SIGNING_SECRET"] = SignedInvoke.Secret;
        start.Environment["Logging__LogLevel__Default"] = start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Error";
        start.Environment["Kestrel__Endpoints__One__Url"] = address.ToString();
        start.Environment["Kestrel__Endpoints__Two__Url"] = http2.ToString();
        start.Environment["Kestrel__Endpoints__Two__Protocols"] = "Http2";
        var target = new TargetProcess(name, Process.Start(start)!, address, http2);
        using var client = new HttpClient();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await client.GetStringAsync(new Uri(address, "/.well-known/agnt5"));
                return target;
            }
            catch (HttpRequestException) when (attempt < 100 && !target._process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Processor time of the process so far, in user and system mode.</summary>
    public TimeSpan ProcessorTime()
    {
        // The process's name, in parentheses, may hold spaces.
        var fields = File.ReadAllText($"/proc/{_process.Id}/stat").Split(") ")[^1].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / (double)TicksPerSecond);
    }

    /// <summary>Resident memory in MiB.</summary>
    public double ResidentMiB()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").Single(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
