using System.Globalization;
using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT5008 by the project around the code, and what it says.</summary>
public sealed class WasmApiTests
{
    private const string JavaScriptHost = "namespace Agnt5 { public static class JavaScriptHost { public static void Serve(ComponentCatalog catalog) { } } }";

    [Theory]
    [InlineData("// build_property.RuntimeIdentifier = browser-wasm")]
    [InlineData("// build_property.Agnt5RuntimeIdentifiers = linux-x64,browser-wasm")]
    [InlineData("// build_property.Agnt5TargetFrameworks = net10.0,net10.0-browser")]
    [InlineData("// build_property._SupportedPlatformList = Linux,browser")]
    public async Task Code_that_runs_in_WebAssembly_is_told_what_does_not_work_there(string property) => Assert.Single(await FindAsync($"{property}\n{Client}"));

    [Theory]
    [InlineData("")]
    [InlineData("// build_property.RuntimeIdentifier = linux-x64")]
    [InlineData("// build_property.Agnt5RuntimeIdentifiers = linux-x64,linux-arm64")]
    [InlineData("// build_property._SupportedPlatformList = Linux,macOS,Windows")]
    [InlineData("// build_property.Agnt5Host = workers")]
    public async Task Code_that_runs_elsewhere_alone_hears_nothing(string property) => Assert.Empty(await FindAsync($"{property}\n{Client}"));

    [Theory]
    [InlineData("web", 1)]
    [InlineData("workers", 1)]
    [InlineData("node", 0)]
    public async Task A_project_for_JavaScript_hosts_runs_in_WebAssembly_if_nothing_else_runs_there(string host, int found) =>
        Assert.Equal(found, (await FindAsync($"// build_property.Agnt5Host = {host}\n{Client}\n{JavaScriptHost}")).Count);

    [Fact]
    public async Task What_attributes_say_is_left_to_CA1416_where_that_rule_reads_them() =>
        Assert.Equal(
            ["new HttpClient"],
            (await FindAsync($"// build_property._SupportedPlatformList = browser\n{Client}\npublic static class Reader {{ public static string? Read() => Console.ReadLine(); }}")).Select(Member));

    [Fact]
    public async Task Whole_assemblies_that_browsers_do_not_have_are_found_where_an_object_is_made()
    {
        var found = await FindAsync(
            """
            // build_property.RuntimeIdentifier = browser-wasm
            using System.Diagnostics;
            using System.Net;
            using System.Net.NetworkInformation;
            using System.Net.Sockets;

            public static class Machine
            {
                public static async Task<object> AskAsync()
                {
                    using var process = new Process { StartInfo = new("ls") };
                    process.Start();
                    using var client = new TcpClient();
                    await client.ConnectAsync((await Dns.GetHostAddressesAsync("localhost"))[0], 80);
                    using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    using var datagrams = new UdpClient();
                    using var watcher = new FileSystemWatcher("/tmp") { EnableRaisingEvents = true };
                    return (new Ping(), Process.GetCurrentProcess().Id);
                }
            }
            """,
            FrameworkReferences.All);

        Assert.Equal(
            [
                "new Process", "new ProcessStartInfo", "new TcpClient", "Dns.GetHostAddressesAsync", "new Socket", "new UdpClient", "new FileSystemWatcher", "new Ping", "Process.GetCurrentProcess",
            ],
            found.Select(Member));
    }

    [Theory]
    [InlineData("new System.Net.Http.HttpClient()", "'new HttpClient' makes requests that the host does not see, which fail in Workers: take HttpClient from the services")]
    [InlineData("Task.Run(() => 1).Result", "'Task.Result' throws in WebAssembly while the task is not done, because nothing else can run meanwhile: await the task")]
    [InlineData(
        "Console.ReadLine()!", "'Console.ReadLine' is not supported in WebAssembly, as its declaration says: do without it there, or call it only if OperatingSystem.IsBrowser() is false")]
    [InlineData(
        "new System.Globalization.CultureInfo(\"de\")",
        "'new CultureInfo' throws in WebAssembly for each culture but the invariant one: use CultureInfo.InvariantCulture, or a format of your own")]
    public async Task The_message_says_what_happens_and_what_to_do(string expression, string message) =>
        Assert.Equal(
            message,
            Assert.Single(await FindAsync($"// build_property.RuntimeIdentifier = browser-wasm\npublic static class Maker {{ public static object Make() => {expression}; }}"))
                .GetMessage(CultureInfo.InvariantCulture));

    private const string Client = "public static class Maker { public static object Make() => new System.Net.Http.HttpClient(); }";

    private static string Member(Diagnostic finding) => finding.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1];

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(string source, MetadataReference[]? framework = null)
    {
        var compilation = CompilerRun.Compile(source);
        if (framework is not null)
            compilation = (CSharpCompilation)compilation.WithReferences([.. framework, .. compilation.References.Where(IsOfAgnt5)]);
        return [.. (await CompilerRun.AnalyzeAsync(compilation, "AGT5008")).OrderBy(static finding => finding.Location.SourceSpan.Start)];
    }

    private static bool IsOfAgnt5(MetadataReference reference) => Path.GetFileName(reference.Display)!.StartsWith(nameof(Agnt5), StringComparison.Ordinal);
}
