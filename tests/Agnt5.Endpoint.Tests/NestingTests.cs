using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using static Agnt5.Endpoint.Tests.Hosting.PayloadInvoke;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 8: typed values nest 64 levels deep, and untyped members as deep as any document.</summary>
public sealed class NestingTests
{
    private static readonly string Deep = Nested(180);

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
        var hidden = $$"""{"name":"f","folders":[{{FolderOf(levels: 120, "1")}}],"folders":null,"data":{{Deep}}}""";

        (await endpoint.InvokeAsync(Inline("keep_folder", hidden))).MustRefuseTheInput();
    }

    [Fact]
    public async Task An_app_may_allow_more_levels_in_requests_webhooks_inputs_by_reference_and_outputs()
    {
        var content = Encoding.UTF8.GetBytes(Nested(4_096));
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            AllowLoopback(options);
            options.MaxJsonDepth = 4_096;
        });

        Assert.Equal(Completed(Nested(4_095)), (await endpoint.InvokeAsync(Inline("echo", Nested(4_095)))).Text);
        Assert.Equal(400, (await endpoint.InvokeAsync(Inline("echo", Nested(4_096)))).Status);
        Assert.Equal(Completed(Nested(4_096)), (await endpoint.InvokeAsync(Body("function", "echo", InputRef(store.Url(), content)))).Text);
    }

    [Fact]
    public async Task An_app_may_allow_fewer_levels()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.MaxJsonDepth = 64);

        Assert.Equal(Completed(Nested(63)), (await endpoint.InvokeAsync(Inline("echo", Nested(63)))).Text);
        Assert.Equal("The invoke request cannot be read: the body nests deeper than 64 levels.", (await endpoint.InvokeAsync(Inline("echo", Nested(64)))).Message);
    }

    [Fact]
    public async Task Under_a_high_bound_no_large_request_is_deep_in_all_of_its_parts()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.MaxJsonDepth = 4_096);
        var items = string.Concat(Enumerable.Repeat(",1", 100_000));
        var deep = $"{new string('[', 4_000)}1{items}{new string(']', 4_000)}";

        Assert.Contains("is too large to nest so deep", (await endpoint.InvokeAsync(Inline("echo", deep))).Message, StringComparison.Ordinal);
        // The same values, and the same levels beside them.
        var beside = $"[[1{items}],{Nested(4_000)}]";
        Assert.Equal(Completed(beside), (await endpoint.InvokeAsync(Inline("echo", beside))).Text);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    [InlineData(100_000, false)]
    public async Task An_input_by_reference_nests_no_deeper_than_a_request(int levels, bool isTaken)
    {
        var content = Encoding.UTF8.GetBytes(Nested(levels));
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("function", "echo", InputRef(store.Url(), content)));

        if (isTaken)
            Assert.Equal(Completed(Nested(levels)), answer.Text);
        else
            Assert.Equal((400, "The input_ref cannot be used: what the object store sent is no input: it nests deeper than 256 levels."), (answer.Status, answer.Message));
    }

    [Theory]
    [InlineData("make_nested", 256, 257, "cannot be written as JSON: $: nests deeper than 256 levels.")]
    [InlineData("record_nested", 253, 254, "The result of step 'nest' nests deeper than 253 levels, so no request could bring it back. Return a flatter value, or raise MaxJsonDepth.")]
    public async Task What_no_request_could_bring_back_is_refused_when_it_is_written(string component, int most, int more, string problem)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var type = component == "make_nested" ? "function" : "workflow";

        var written = await endpoint.InvokeAsync(Inline(component, $"{most}", type));
        Assert.StartsWith("""{"status":"completed",""", written.Text, StringComparison.Ordinal);
        Assert.EndsWith(problem, (await endpoint.InvokeAsync(Inline(component, $"{more}", type))).Message, StringComparison.Ordinal);
        // No depth that code may write ends the process.
        Assert.Contains("nests deeper than ", (await endpoint.InvokeAsync(Inline(component, "20000", type))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_of_a_type_that_contains_itself_is_refused_where_the_next_slice_could_not_read_it()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        // A folder is one level, and the list around it is another level.
        var recorded = await endpoint.InvokeAsync(Inline("record_folder", "32", "workflow"));
        Assert.StartsWith("""{"status":"suspended",""", recorded.Text, StringComparison.Ordinal);
        var refused = await endpoint.InvokeAsync(Inline("record_folder", "33", "workflow"));
        refused.MustFail("The result of step 'pack' ", isFinal: true);
    }

    [Fact]
    public async Task A_result_that_is_too_large_to_nest_so_deep_is_refused_for_that_reason()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.MaxJsonDepth = 4_096);

        var answer = await endpoint.InvokeAsync(Inline("record_broad", "4000", "workflow"));

        answer.MustFail("The result of step 'nest' is too large to nest so deep", isFinal: true);
        Assert.EndsWith("so no request could bring it back. Return a flatter value, or a smaller one.", answer.Message, StringComparison.Ordinal);
    }

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    private static string Completed(string output) => $$"""{"status":"completed","output":{{output}}}""";

    private static string Inline(string name, string input, string type = "function") => $$"""{"component_type":"{{type}}","component_name":"{{name}}","input":{{input}}}""";

    /// <summary>A folder in a folder in a folder, with the data in the innermost folder.</summary>
    private static string FolderOf(int levels, string data)
    {
        var folder = $$"""{"name":"f","data":{{data}},"folders":null,"notes":null}""";
        for (var i = 1; i < levels; i++)
            folder = $$"""{"name":"f","data":1,"folders":[{{folder}}],"notes":null}""";
        return folder;
    }
}
