// build_property.RuntimeIdentifier = browser-wasm
using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;

public sealed class Prices(HttpClient given)
{
    private static readonly HttpClient Shared = {|AGT5008:new()|};
    private readonly HttpClient _own = {|AGT5008:new HttpClient { Timeout = TimeSpan.FromSeconds(3) }|};

    [Function]
    public async Task<string> Read(string url, CancellationToken token)
    {
        using var http = {|AGT5008:new HttpClient()|};
        using var handler = {|AGT5008:new HttpClientHandler { UseCookies = false }|};
        using var sockets = new HttpClient({|AGT5008:new SocketsHttpHandler()|});
        using var fine = new HttpClient(new Relay());
        using var web = new ClientWebSocket();
        await {|AGT5008:web.ConnectAsync|}(new Uri(url), token);
        {|AGT5008:http.Send|}(new HttpRequestMessage(), token);
        return await given.GetStringAsync(url) + await Shared.GetStringAsync(url) + await _own.GetStringAsync(url) + await fine.GetStringAsync(url);
    }

    private sealed class Relay : DelegatingHandler;
}

public static class Waits
{
    private static readonly SemaphoreSlim Places = new(1);
    private static readonly ManualResetEvent Gate = new(false);

    [Function]
    public static int Block()
    {
        var slow = Slow();
        slow.{|AGT5008:Wait|}();
        var result = slow.{|AGT5008:Result|} + Slow().GetAwaiter().{|AGT5008:GetResult|}();
        {|AGT5008:Task.WaitAny|}(slow);
        {|AGT5008:Task.WaitAll|}(slow);
        {|AGT5008:Places.Wait|}();
        {|AGT5008:Gate.WaitOne|}();
        {|AGT5008:WaitHandle.WaitAny|}([Gate]);
        lock (Places)
            {|AGT5008:Monitor.Wait|}(Places);
        new Thread(() => { }).{|AGT5008:Start|}();
        {|AGT5008:Thread.CurrentThread.Priority|} = ThreadPriority.Normal;
        using var queue = {|AGT5008:new BlockingCollection<int>()|};
        return result + queue.Take();
    }

    [Function]
    public static async Task<int> Await(CancellationToken token)
    {
        var slow = Slow();
        await slow;
        await Places.WaitAsync(token);
        var entered = Places.Wait(0, token) || Places.Wait(TimeSpan.Zero, token) || Gate.WaitOne(0);
        Thread.Sleep(1);
        await Task.Run(() => entered, token);
        return slow.Result + Task.CurrentId ?? 0;
    }

    private static async Task<int> Slow()
    {
        await Task.Delay(5);
        return 1;
    }
}

public static class Machine
{
    [Function]
    public static string Ask()
    {
        using var key = {|AGT5008:RSA.Create|}();
        using var curve = {|AGT5008:ECDsa.Create|}();
        var digest = {|AGT5008:MD5.HashData|}(key.ExportRSAPublicKey());
        Func<string?> read = {|AGT5008:Console.ReadLine|};
        {|AGT5008:Console.CancelKeyPress|} += (_, _) => key.Clear();
        return read() + {|AGT5008:Console.WindowWidth|} + curve.KeySize + SHA256.HashData(digest) + nameof(Console.WindowWidth);
    }

    [Function]
    public static string Format(double value, DateTime time, string culture)
    {
        var german = {|AGT5008:new CultureInfo("de-DE")|};
        var named = {|AGT5008:CultureInfo.GetCultureInfo|}(culture);
        var region = {|AGT5008:new RegionInfo("DE")|};
        var era = {|AGT5008:new JapaneseCalendar()|}.GetEra(time);
        var zone = {|AGT5008:TimeZoneInfo.FindSystemTimeZoneById|}("W. Europe Standard Time");
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var invariant = new CultureInfo("").Name + CultureInfo.GetCultureInfo("").Name + new HebrewCalendar().GetYear(time);
        return value.ToString(german) + value.ToString(named) + value.ToString(CultureInfo.InvariantCulture) + region + era + zone + berlin + invariant;
    }
}

public static class Guarded
{
    private static readonly bool IsInBrowser = OperatingSystem.IsBrowser();

    [UnsupportedOSPlatformGuard("browser")]
    private static bool HasConsole => !IsInBrowser;

    [Function]
    public static string Guard(bool flag)
    {
        var isBrowser = OperatingSystem.IsBrowser();
        var here = OperatingSystem.IsBrowser() ? "" : Console.ReadLine();
        if (!OperatingSystem.IsBrowser())
            here += Console.ReadLine();
        if (!isBrowser && flag)
            here += Console.ReadLine();
        if (OperatingSystem.IsLinux())
            here += Console.ReadLine();
        if (OperatingSystem.IsBrowser() || flag)
            here += {|AGT5008:Console.ReadLine|}();
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            here += TimeZoneInfo.FindSystemTimeZoneById("W. Europe Standard Time").Id;
        if (HasConsole)
            here += Console.ReadLine();
        if ((!OperatingSystem.IsBrowser() && Console.ReadLine() == "y") || (OperatingSystem.IsBrowser() && {|AGT5008:Console.ReadLine|}() == "n"))
            here += OperatingSystem.IsBrowser() || Console.ReadLine() == "y";
        if (IsInBrowser)
            return here;
        here += Slow().Result;
        return here + Console.ReadLine() + OnlyThere();
    }

    private static async Task<int> Slow()
    {
        await Task.Delay(5);
        return 1;
    }

    [UnsupportedOSPlatform("browser")]
    private static string OnlyElsewhere() => Console.ReadLine() + Slow().Result;

    private static string OnlyThere() => OperatingSystem.IsBrowser() ? "" : OnlyElsewhere();

    [Function]
    public static string Unguarded() => {|AGT5008:OnlyElsewhere|}();
}

[UnsupportedOSPlatform("browser")]
public static class Desktop
{
    public static string? Ask() => Console.ReadLine();
}

public static class Steps
{
    [Workflow]
    public static async Task<int> Run(WorkflowContext ctx)
    {
        var task = ctx.StepAsync("read", () => 1);
        return await ctx.StepAsync("block", () => Slow().{|AGT5008:Result|}) + task.{|AGT4014:Result|};
    }

    private static async Task<int> Slow()
    {
        await Task.Delay(5);
        return 1;
    }
}

#if AGNT5_JAVASCRIPT
#else
public static class Elsewhere
{
    public static string? Ask() => Console.ReadLine();
}
#endif
