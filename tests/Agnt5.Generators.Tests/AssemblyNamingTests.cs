using System.Text.Json.Nodes;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>One attribute of the assembly names everything that its components put on the wire.</summary>
public sealed class AssemblyNamingTests
{
    private static readonly BuiltProject Library = (new ProjectUnderTest("""
        namespace Lib;
        public sealed record Parcel(string ParcelId);
        public static class Shipping { [Agnt5.Function("echo_parcel")] public static Parcel Echo(Parcel parcel) => parcel; }
        """) { AssemblyName = "Lib", RootNamespace = "Lib" }).Build();

    private static BuiltProject App(string policy) => (new ProjectUnderTest($$"""
        using System.Collections.Generic;
        using System.Text.Json.Serialization;
        [assembly: Agnt5.Agnt5Json(JsonKnownNamingPolicy.{{policy}})]
        public enum Speed { VerySlow }
        public sealed record Order(
            string OrderId, [property: JsonPropertyName("asIs")] int Count, (int FirstOne, int LastOne) FromTo, Dictionary<string, int> PerKey, Speed HowFast, Lib.Parcel TheParcel);
        public static class Orders { [Agnt5.Function("echo")] public static Order Echo(Order theOrder, int timesTwo = 2) => theOrder; }
        """) { References = [Library] }).Build();

    [Theory]
    [InlineData("SnakeCaseLower", "the_order", "times_two", """{"order_id":"o","asIs":1,"from_to":{"first_one":1,"last_one":2},"per_key":{"AnyKey":1},"how_fast":"VerySlow","the_parcel":{"parcel_id":"p"}}""")]
    [InlineData("KebabCaseUpper", "THE-ORDER", "TIMES-TWO", """{"ORDER-ID":"o","asIs":1,"FROM-TO":{"FIRST-ONE":1,"LAST-ONE":2},"PER-KEY":{"AnyKey":1},"HOW-FAST":"VerySlow","THE-PARCEL":{"PARCEL-ID":"p"}}""")]
    [InlineData("Unspecified", "theOrder", "timesTwo", """{"OrderId":"o","asIs":1,"FromTo":{"FirstOne":1,"LastOne":2},"PerKey":{"AnyKey":1},"HowFast":"VerySlow","TheParcel":{"ParcelId":"p"}}""")]
    public async Task Members_parameters_and_tuple_elements_follow_the_policy_in_schema_and_JSON(string policy, string parameter, string optional, string order)
    {
        var app = App(policy);
        var schema = (await app.ManifestAsync("echo"))["input_schema"]!;
        var members = schema["properties"]![parameter]!["properties"]!.AsObject();

        Assert.Equal([parameter, optional], schema["properties"]!.AsObject().Select(static property => property.Key));
        Assert.Equal(JsonNode.Parse(order)!.AsObject().Select(static member => member.Key), members.Select(static member => member.Key));
        Assert.Equal(order, await app.OutputAsync("function", "echo", $$"""{"{{parameter}}":{{order}}}"""));
    }

    [Fact]
    public async Task A_referenced_project_names_its_own_components_by_its_own_policy() =>
        Assert.Equal("""{"parcelId":"p"}""", await App("SnakeCaseUpper").OutputAsync("function", "echo_parcel", """{"parcelId":"p"}"""));
}
