namespace Agnt5.Types.Tests;

/// <summary>An enum takes what its schema lists and nothing that a lenient converter would make of it, and the message says what it takes.</summary>
public sealed class EnumTests : IAsyncLifetime
{
    private const string AnyPriority = "expected one of Low, Normal, High, got ";
    private const string AnyAccess = "expected names of None, Read, Write, Execute, All with \", \" between them, got ";
    private const string Keys = """{"byPriority":{},"byAccess":{},"byNumber":{},"values":{}}""";

    private readonly CorpusClient _client = new();

    [Theory]
    [InlineData("priority", "\"low\"", "$: " + AnyPriority + "\"low\"")]
    [InlineData("priority", "\" Low \"", "$: " + AnyPriority + "\" Low \"")]
    [InlineData("priority", "\"Low, High\"", "$: " + AnyPriority + "\"Low, High\"")]
    [InlineData("priority", "\"Normal,High\"", "$: " + AnyPriority + "\"Normal,High\"")]
    [InlineData("priority", "\"5\"", "$: " + AnyPriority + "\"5\"")]
    [InlineData("priority", "5", "$: " + AnyPriority + "5")]
    [InlineData("priority", "\"\"", "$: " + AnyPriority + "\"\"")]
    [InlineData("synonyms", "\"one\"", "$: expected one of First, One, Second, got \"one\"")]
    [InlineData("access", "\"Read,Write\"", "$: " + AnyAccess + "\"Read,Write\"")]
    [InlineData("access", "\"read\"", "$: " + AnyAccess + "\"read\"")]
    [InlineData("access", "\"Read, \"", "$: " + AnyAccess + "\"Read, \"")]
    [InlineData("access", "\"\"", "$: " + AnyAccess + "\"\"")]
    [InlineData("access", "3", "$: " + AnyAccess + "3")]
    [InlineData("bits", "\"First, Third\"", "$: expected names of First, Second, Last with \", \" between them, got \"First, Third\"")]
    [InlineData("numbered", "7", "$: expected one of 0, 1, 100, got 7")]
    [InlineData("numbered", "\"One\"", "$: expected one of 0, 1, 100, got \"One\"")]
    [InlineData("planet", "\"venus\"", "$: expected one of third-rock, Red Planet, Venus, got \"venus\"")]
    [InlineData("enum_keys", """{"byPriority":{"low":1},"byAccess":{},"byNumber":{},"values":{}}""", "$.byPriority.low: expected a name that is one of Low, Normal, High")]
    [InlineData("enum_keys", """{"byPriority":{},"byAccess":{"Read,Write":1},"byNumber":{},"values":{}}""", "$.byAccess.Read,Write: expected a name that is names of None")]
    [InlineData("enum_keys", """{"byPriority":{},"byAccess":{},"byNumber":{"7":1},"values":{}}""", "$.byNumber.7: expected a name that is one of None, One, Many")]
    [InlineData("enum_keys", """{"byPriority":{},"byAccess":{},"byNumber":{"1":1},"values":{}}""", "$.byNumber.1: expected a name that is one of None, One, Many")]
    [InlineData("enum_keys", """{"byPriority":{},"byAccess":{},"byNumber":{},"values":{"a":"All, "}}""", "$.values.a: " + AnyAccess + "\"All, \"")]
    [InlineData("grant", """{"to":"a","maybe":"READ"}""", "$.maybe: " + AnyAccess + "\"READ\"")]
    public async Task A_text_that_is_no_name_is_refused_by_its_path_with_the_names(string workflow, string input, string message)
    {
        var answer = await _client.InvokeAsync(workflow, input);

        Assert.Equal("WORKERLESS_INPUT_INVALID", answer.ErrorCode);
        Assert.Contains(message, answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("priority", "\"Low\"", "\"Low\"")]
    [InlineData("synonyms", "\"One\"", "\"First\"")]
    [InlineData("access", "\"Write, Read\"", "\"Read, Write\"")]
    [InlineData("access", "\"Read, Write, Execute\"", "\"All\"")]
    [InlineData("access", "\"Read, Read\"", "\"Read\"")]
    [InlineData("bits", "\"\"", "\"\"")]
    [InlineData("bits", "\"Last, First\"", "\"First, Last\"")]
    [InlineData("numbered", "100", "100")]
    [InlineData("enum_keys", Keys, Keys)]
    [InlineData(
        "enum_keys",
        """{"byPriority":{"High":1},"byAccess":{"Write, Read":2},"byNumber":{"Many":3},"values":{"a":null,"b":"All"}}""",
        """{"byPriority":{"High":1},"byAccess":{"Read, Write":2},"byNumber":{"Many":3},"values":{"a":null,"b":"All"}}""")]
    public async Task A_name_is_taken_and_written_as_the_schema_has_it(string workflow, string input, string output)
    {
        var answer = await _client.InvokeAsync(workflow, input);

        Assert.True(answer.IsCompleted, answer.Text);
        Assert.Equal(output, answer.Output);
    }

    [Fact]
    public void A_default_of_flags_is_in_the_schema_as_it_is_written()
    {
        var members = CorpusType.All["grant"].InputSchema!["properties"]!;

        Assert.Equal("Read, Write", (string?)members["access"]!["default"]);
        Assert.Equal("All", (string?)members["most"]!["default"]);
        Assert.Equal("High", (string?)members["priority"]!["default"]);
    }

    [Fact]
    public void Keys_of_enums_are_listed_in_the_schema()
    {
        var members = CorpusType.All["enum_keys"].InputSchema!["properties"]!;

        Assert.Equal("""{"enum":["Low","Normal","High"]}""", members["byPriority"]!["propertyNames"]!.ToJsonString());
        Assert.Equal("""{"enum":["None","One","Many"]}""", members["byNumber"]!["propertyNames"]!.ToJsonString());
    }

    [Theory]
    [InlineData("notice", 3, 2)]
    [InlineData("offer", 2, 2)]
    [InlineData("figure", 2, 2)]
    public void An_output_lists_each_class_that_comes_once(string workflow, int read, int written)
    {
        var type = CorpusType.All[workflow];

        Assert.Equal(read, type.InputSchema!["anyOf"]!.AsArray().Count);
        Assert.Equal(written, type.OutputSchema!["anyOf"]!.AsArray().Count);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _client.DisposeAsync();
}
