using Xunit.Abstractions;
using static Agnt5.Hostile.Tests.Growth.GrowingRequest;

namespace Agnt5.Hostile.Tests.Growth;

/// <summary>A body that is twice as long is read in twice the time, whatever it repeats.</summary>
[Collection(Alone.Name)]
public sealed class EnvelopeGrowthTests(ITestOutputHelper output)
{
    private const string Run = "\"component_type\":\"workflow\",\"component_name\":\"hello\",\"input\":{}";
    private const string Refused = """{"status":"failed","error":{"code":"WORKERLESS_""";

    [Theory]
    [InlineData("\"metadata\":{", "\"m{0}\":\"v\"", "}")]
    [InlineData("\"metadata\":{", "\"m\":\"v{0}\"", "}")]
    [InlineData("\"metadata\":{", "\"\\u006d{0}\":\"\\u0076\"", "}")]
    [InlineData("\"checkpoint\":{\"steps\":{", "\"\\u0073{0}\":1", "}}")]
    [InlineData("\"checkpoint\":{\"steps\":{", "\"s\":1", "}}")]
    [InlineData("\"checkpoint\":{", "\"unknown{0}\":1", "}")]
    [InlineData("\"budget\":{", "\"\\u0062{0}\":1", "}")]
    [InlineData("", "\"unknown{0}\":1", "")]
    [InlineData("", "\"\\u0075nknown{0}\":1", "")]
    [InlineData("", "\"metadata\":{{\"signal_payload\":{{}}}}", "")]
    [InlineData("", "\"checkpoint\":{{\"steps\":{{\"s{0}\":1}}}}", "")]
    public async Task Members(string begin, string member, string end) =>
        output.WriteLine(await MustDoubleAsync(
            50_000,
            n => $"{{{Run},{begin}{List(n, i => string.Format(System.Globalization.CultureInfo.InvariantCulture, member, i))}{end}}}",
            Completed));

    [Theory]
    [InlineData("\"component_type\":\"workflow\",\"component_name\":\"~\"", Refused)]
    [InlineData("\"component_type\":\"~\",\"component_name\":\"hello\"", Refused)]
    [InlineData("\"component_type\":\"workflow\",\"component_name\":\"hello\",\"run_id\":\"~\"", Completed)]
    [InlineData("\"component_type\":\"workflow\",\"component_name\":\"hello\",\"protocol_version\":\"~\"", Refused)]
    [InlineData("\"component_type\":\"workflow\",\"component_name\":\"run_named\",\"input\":{\"name\":\"~\"}", Completed)]
    public async Task Texts(string members, string answer) =>
        output.WriteLine(await MustDoubleAsync(300_000, n => $"{{{members.Replace("~", new string('é', n), StringComparison.Ordinal)}}}", answer));

    [Fact]
    public async Task Events_of_a_function() =>
        output.WriteLine(await MustDoubleAsync(10_000, static n => $$$"""{"component_type":"function","component_name":"chatter_outside","input":{"times":{{{n}}}}}""", Completed));}
