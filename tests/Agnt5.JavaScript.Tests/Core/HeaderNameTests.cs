using System.Reflection;
using System.Text.RegularExpressions;

namespace Agnt5.JavaScript.Tests;

/// <summary>JavaScript picks the headers of a request that cross over to the engine.</summary>
public sealed class HeaderNameTests
{
    private static readonly Type Names = typeof(ServerlessEndpoint).Assembly.GetType("Agnt5.Protocol.RequestHeaderNames", throwOnError: true)!;

    [Fact]
    public void A_header_that_the_endpoint_reads_crosses_over_and_no_other()
    {
        var script = File.ReadAllText(Repository.PathOf("src", "Agnt5.JavaScript", "npm", "lib", "header-lines.js"));
        var picked = Regex.Matches(script, "'(x-[a-z0-9-]+)'").Select(static match => match.Groups[1].Value);

        Assert.Equal(All.Select(static name => name.ToLowerInvariant()).Order(StringComparer.Ordinal), picked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_header_that_has_a_name_is_asked_for()
    {
        var named = Names.GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!);

        Assert.Equal(named.Order(StringComparer.Ordinal), All.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> All => (IEnumerable<string>)Names.GetProperty("All")!.GetValue(null)!;
}
