using System.Text;
using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents.Tests;

/// <summary>Tools that are called outside of AGNT5.</summary>
public sealed class ToolHostTests
{
    [Theory]
    [InlineData("lookup_order", """{"id":"o-1"}""", """{"id":"o-1","total":12.5}""", null, false)]
    [InlineData("lookup_order", " \r\n{\"id\":\"o-1\"}", """{"id":"o-1","total":12.5}""", null, false)]
    [InlineData("lookup_order", """{"id":7}""", "", "$.id: expected string", true)]
    [InlineData("lookup_order", """{"id":""", "", "The text of the arguments is not JSON", true)]
    [InlineData("lookup_order", "[]", "", "$.id: is required", true)]
    [InlineData("lookup_order", "", "", "$.id: is required", true)]
    [InlineData("break", "{}", "", "Failed with InvalidOperationException.", false)]
    public async Task A_call_ends_with_a_result_whatever_it_is_given(string tool, string arguments, string json, string? error, bool isInputError)
    {
        var services = new ServiceCollection().AddSingleton<Diary>().AddSingleton<IChatClient, ScriptedModel>().BuildServiceProvider();
        var host = new ToolHost(Agnt5Components.Catalog, services);

        var result = await host.CallAsync(tool, Encoding.UTF8.GetBytes(arguments));

        Assert.Equal((json, isInputError), (Encoding.UTF8.GetString(result.Json.Span), result.IsInputError));
        if (error is null)
            Assert.Null(result.Error);
        else
            Assert.Contains(error, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "$.id: expected string, got a number")]
    [InlineData(true, "$.id: expected string, got 4111")]
    public async Task Refused_arguments_are_quoted_only_where_the_app_wants_it(bool quotes, string error)
    {
        var services = new ServiceCollection().AddSingleton<Diary>().AddSingleton<IChatClient, ScriptedModel>().BuildServiceProvider();
        var host = new ToolHost(Agnt5Components.Catalog, services, new ServerlessOptions { QuoteRefusedValues = quotes });

        Assert.Equal(error, (await host.CallAsync("lookup_order", """{"id":4111}"""u8.ToArray())).Error);
    }

    [Fact]
    public async Task A_tool_that_does_not_exist_is_named()
    {
        var host = new ToolHost(Agnt5Components.Catalog, new ServiceCollection().BuildServiceProvider());

        var problem = await Assert.ThrowsAsync<ArgumentException>(async () => await host.CallAsync("burn", default));

        Assert.Contains("There is no tool 'burn'.", problem.Message, StringComparison.Ordinal);
    }
}
