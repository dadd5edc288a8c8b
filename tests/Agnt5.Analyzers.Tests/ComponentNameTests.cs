using Agnt5.Shared;

namespace Agnt5.Analyzers.Tests;

/// <summary>A default name is what callers use, so it may never change under them.</summary>
public sealed class ComponentNameTests
{
    [Theory]
    [InlineData("Hello", "hello")]
    [InlineData("LookupOrder", "lookup_order")]
    [InlineData("LookupOrderAsync", "lookup_order")]
    [InlineData("Async", "async")]
    [InlineData("HTTPGetURL", "http_get_url")]
    [InlineData("GetURL", "get_url")]
    [InlineData("Step2Foo", "step2_foo")]
    [InlineData("Step2", "step2")]
    [InlineData("A", "a")]
    [InlineData("ABTest", "ab_test")]
    [InlineData("Lookup_Order", "lookup_order")]
    [InlineData("lookup_order", "lookup_order")]
    [InlineData("_Private", "_private")]
    [InlineData("ÄndereGröße", "ändere_größe")]
    [InlineData("Asynchronous", "asynchronous")]
    public void A_method_is_called_by_its_name_in_snake_case_without_Async(string methodName, string name) =>
        Assert.Equal(name, ComponentNames.DefaultName(methodName));
}
