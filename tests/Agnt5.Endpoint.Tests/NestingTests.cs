using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using static Agnt5.Endpoint.Tests.Hosting.PayloadInvoke;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 8: typed values nest 64 levels deep, and untyped members as deep as any document.</summary>
public sealed class NestingTests
{
    private static readonly string Deep = $"{new string('[', 3000)}{new string(']', 3000)}";

    [Fact]
    public async Task Free_form_members_of_a_type_that_contains_itself_nest_as_deep_as_any_others()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var folder = FolderOf(levels: 3, data: Deep);

        Assert.Equal(Completed(folder), (await endpoint.InvokeAsync(Inline("keep_folder", folder))).Text);
        Assert.Equal(Completed($$"""{"home":{{folder}}}"""), (await endpoint.InvokeAsync(Inline("keep_folders", $$"""{"home":{{folder}}}"""))).Text);
    }

    [Fact]
    public async Task They_do_in_a_large_input_too()
    {
        var folder = FolderOf(levels: 3, data: Deep);
        var content = Encoding.UTF8.GetBytes(new string(' ', 1_100_000) + folder);
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        Assert.Equal(Completed(folder), (await endpoint.InvokeAsync(Body("function", "keep_folder", InputRef(store.Url(), content)))).Text);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("deep")]
    public async Task A_type_that_contains_itself_nests_64_levels_whatever_else_the_document_holds(string data)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        data = data == "deep" ? Deep : data;

        // A folder is one level, and the list around it is another level.
        (await endpoint.InvokeAsync(Inline("count_levels", FolderOf(levels: 32, data)))).MustComplete("32");

        var answer = await endpoint.InvokeAsync(Inline("count_levels", FolderOf(levels: 33, data)));
        answer.MustRefuseTheInput();
        Assert.EndsWith("nests deeper than 64 levels", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_second_member_of_one_name_gets_past_the_bound()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var hidden = $$"""{"name":"f","folders":[{{FolderOf(levels: 700, "1")}}],"folders":null,"data":{{Deep}}}""";

        (await endpoint.InvokeAsync(Inline("keep_folder", hidden))).MustRefuseTheInput();
    }

    private static string Completed(string output) => $$"""{"status":"completed","output":{{output}}}""";

    private static string Inline(string function, string input) => $$"""{"component_type":"function","component_name":"{{function}}","input":{{input}}}""";

    /// <summary>A folder in a folder in a folder, with the data in the innermost folder.</summary>
    private static string FolderOf(int levels, string data)
    {
        var folder = $$"""{"name":"f","data":{{data}},"folders":null,"notes":null}""";
        for (var i = 1; i < levels; i++)
            folder = $$"""{"name":"f","data":1,"folders":[{{folder}}],"notes":null}""";
        return folder;
    }
}
