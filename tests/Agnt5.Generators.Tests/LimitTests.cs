using System.Text.Json.Nodes;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>DataAnnotations: the limits that callers read in the schema, and the checks of input.</summary>
public sealed class LimitTests
{
    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Threading.Tasks;
        using Agnt5;

        namespace My.App;

        public enum Level { Low, High, Top }

        public sealed record Person(
            [Required, StringLength(5, MinimumLength = 2)] string Name,
            [Range(1, 120)] int Age,
            [property: Range(0.5, 2.5, MaximumIsExclusive = true)] double? Factor = null,
            [Range(typeof(decimal), "0.01", "100")] decimal Price = 1,
            [Range(-1, 1000)] byte Small = 0,
            [Range(typeof(DateOnly), "2026-01-01", "2026-12-31")] DateOnly? Day = null);

        public sealed class Form
        {
            [Required] public string? Title { get; set; }
            [Required(AllowEmptyStrings = true)] public string Note { get; set; } = "";
            [Required] public int? Count { get; set; }
            [MinLength(1), MaxLength(2)] public List<string> Tags { get; set; } = ["a"];
            [Length(1, 2)] public Dictionary<string, int> Scores { get; set; } = new() { ["a"] = 1 };
            [MaxLength(3)] public byte[] Bytes { get; set; } = [];
            [RegularExpression("[A-Z]{2}[0-9]*")] public string Code { get; set; } = "AB";
            [RegularExpression(@"(?<=a)b|ab")] public string Behind { get; set; } = "ab";
            [AllowedValues("red", "green")] public string Color { get; set; } = "red";
            [AllowedValues(1, 2, null)] public long? Step { get; set; }
            [AllowedValues(Level.Low, Level.High)] public Level Level { get; set; }
            [DeniedValues("root", "admin")] public string User { get; set; } = "me";
            [EmailAddress] public string Mail { get; set; } = "a@b";
            [Url] public string Page { get; set; } = "https://x";
            [Url] public Uri? Link { get; set; }
            [EmailAddress, RegularExpression(".*@example\\.com")] public string Both { get; set; } = "a@example.com";
            [MaxLength(1)] public int Unfitting { get; set; }
        }

        public sealed record Lists(List<string>? Texts = null, Dictionary<string, string[]>? Nested = null, List<string?>? Holes = null, [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] TimeSpan? Wait = null,
            [Range(typeof(DateTimeOffset), "2026-01-01", "2026-12-31T12:00:00+02:00")] DateTimeOffset? At = null, [Range(typeof(TimeOnly), "08:00", "17:00")] TimeOnly? From = null);
        public sealed record Tree([MaxLength(2)] string Name, List<Tree>? Children = null);

        public static class Components
        {
            [Function("person")] public static Person Person(Person person) => person;
            [Function("form")] public static string Form(Form form) => "bound";
            [Function("lists")] public static string Lists(Lists lists) => "bound";
            [Function("tree")] public static string Tree(Tree tree) => "bound";
            [Function("map")] public static string Map([MinLength(1)] Dictionary<string, string> map) => "bound";
            [Function("parameters")] public static string Parameters([Range(1, 3)] int times, [MinLength(2)] string name = "ok") => "bound";

            [Workflow("step")]
            public static async Task<string> Step(WorkflowContext ctx)
            {
                var person = await ctx.StepAsync("make", _ => Task.FromResult(new Person("", 500)));
                var form = await ctx.StepAsync("empty", _ => Task.FromResult(new Form { Title = null, Tags = [null!] }));
                return $"{person.Age} {form.Tags.Count}";
            }

            [Workflow("wait")]
            public static async Task<string> Wait(WorkflowContext ctx) => (await ctx.WaitForSignalAsync<Person>("go")).Name;
        }
        """).Build());

    [Theory]
    [InlineData("person", """
        {"type":"object","properties":{
          "name":{"type":"string","minLength":2,"maxLength":5,"pattern":"\\S"},
          "age":{"type":"integer","minimum":1,"maximum":120},
          "factor":{"type":["number","null"],"minimum":0.5,"exclusiveMaximum":2.5,"default":null},
          "price":{"type":"number","minimum":0.01,"maximum":100,"default":1},
          "small":{"type":"integer","minimum":0,"maximum":255,"default":0},
          "day":{"type":["string","null"],"format":"date","default":null}},
         "required":["name","age"]}
        """)]
    [InlineData("form", """
        {"type":"object","properties":{
          "title":{"type":"string","pattern":"\\S"},
          "note":{"type":"string"},
          "count":{"type":"integer","minimum":-2147483648,"maximum":2147483647},
          "tags":{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":2},
          "scores":{"type":"object","additionalProperties":{"type":"integer","minimum":-2147483648,"maximum":2147483647},"minProperties":1,"maxProperties":2},
          "bytes":{"type":"string","contentEncoding":"base64"},
          "code":{"type":"string","pattern":"^(?:[A-Z]{2}[0-9]*)?$"},
          "behind":{"type":"string"},
          "color":{"type":"string","enum":["red","green"]},
          "step":{"type":["integer","null"],"minimum":-9223372036854775808,"maximum":9223372036854775807,"enum":[1,2,null]},
          "level":{"type":"string","enum":["Low","High","Top"],"allOf":[{"enum":["Low","High"]}]},
          "user":{"type":"string","not":{"enum":["root","admin"]}},
          "mail":{"type":"string","format":"email","pattern":"^[^@\\r\\n]+@[^@\\r\\n]+$"},
          "page":{"type":"string","format":"uri","pattern":"^([hH][tT][tT][pP][sS]?|[fF][tT][pP])://"},
          "link":{"type":["string","null"],"format":"uri-reference","pattern":"^([hH][tT][tT][pP][sS]?|[fF][tT][pP])://"},
          "both":{"type":"string","format":"email","allOf":[{"pattern":"^(?:[^\\n]*@example\\.com)?$"},{"pattern":"^[^@\\r\\n]+@[^@\\r\\n]+$"}]},
          "unfitting":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},
         "required":["title","note","count"]}
        """)]
    [InlineData("parameters", """
        {"type":"object","properties":{
          "times":{"type":"integer","minimum":1,"maximum":3},
          "name":{"type":"string","minLength":2,"default":"ok"}},
         "required":["times"]}
        """)]
    [InlineData("map", """{"type":"object","additionalProperties":{"type":"string"},"minProperties":1}""")]
    public async Task Schema_of_an_input_says_its_limits(string component, string expected)
    {
        var schema = (await Project.Value.ManifestAsync(component))["input_schema"]!;
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), schema.ToJsonString());
    }

    [Fact]
    public async Task Numbers_in_texts_and_other_spellings_do_not_slip_past_a_limit()
    {
        var project = new ProjectUnderTest("""
            using System;
            using System.Collections.Generic;
            using System.ComponentModel.DataAnnotations;
            using System.Text.Json.Serialization;
            [Flags] public enum Access { Read = 1, Write = 2, Admin = 4 }
            public enum Level { Low, [JsonStringEnumMemberName("very-high")] High, Top = High }
            public sealed class Form
            {
                [Range(1, 5), JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public int Count { get; set; } = 1;
                [DeniedValues(Access.Admin)] public Access Access { get; set; }
                [DeniedValues(Level.High)] public Level Level { get; set; }
                [AllowedValues(0.5, 1)] public decimal Factor { get; set; } = 1;
                [AllowedValues('a', 'b')] public char Letter { get; set; } = 'a';
                [Range(-1, 1)] public System.Numerics.BigInteger Big { get; set; }
                [MinLength(1)] public string[] Names { get; } = ["a"];
                [Required] public int Computed => 1;
            }
            public static class Components { [Agnt5.Function("form")] public static string Form(Form form) => form.Access.ToString(); }
            """).Build();
        const string broken = """{"count":"6","access":"Admin","level":"Top","factor":2,"letter":"c","big":2}""";

        var refused = await project.InvokeAsync("function", "form", broken);
        Assert.Equal(
            "$.count: expected integer from 1 to 5, got \"6\"; $.access: expected a value other than Admin, got \"Admin\"; $.level: expected a value other than very-high, got \"Top\"; "
                + "$.factor: expected one of 0.5, 1, got 2; $.letter: expected one of \"a\", \"b\", got \"c\"; $.big: expected integer from -1 to 1, got 2",
            (string?)refused["error"]?["message"]);
        Assert.Equal("\"Read, Admin\"", await project.OutputAsync("function", "form", """{"count":"5","access":"Read, Admin","factor":1.0,"big":-1}"""));
        Assert.Equal(
            """
            {"type":"integer","minimum":1,"maximum":5}
            """,
            (await project.ManifestAsync("form"))["input_schema"]!["properties"]!["count"]!.ToJsonString());
        Assert.Equal(
            """
            {"type":"string","enum":["Low","very-high","Top"],"not":{"enum":["very-high","Top"]}}
            """,
            (await project.ManifestAsync("form"))["input_schema"]!["properties"]!["level"]!.ToJsonString());
    }

    [Fact]
    public async Task Pattern_that_takes_too_long_refuses_the_text_and_holds_nobody_up()
    {
        var project = new ProjectUnderTest("""
            using System.Collections.Generic;
            using System.ComponentModel.DataAnnotations;
            public sealed record Item([RegularExpression(@"(?=a)(a|aa)+\1b")] string Name);
            public static class Components { [Agnt5.Function("items")] public static int Count(List<Item> items) => items.Count; }
            """).Build();
        var items = string.Join(',', Enumerable.Repeat($$"""{"name":"{{new string('a', 100)}}"}""", 1000));

        var response = await project.InvokeAsync("function", "items", $$"""{"items":[{{items}}]}""");

        Assert.Equal("WORKERLESS_INPUT_INVALID", (string?)response["error"]?["code"]);
        var problems = ((string?)response["error"]!["message"])!.Split("; $");
        Assert.EndsWith("takes too long to match; the rest was not checked", problems[^1], StringComparison.Ordinal);
        Assert.InRange(problems.Length, 2, 6);
    }

    [Fact]
    public async Task Patterns_of_all_documents_of_a_request_share_their_time()
    {
        var project = new ProjectUnderTest("""
            using System.Collections.Generic;
            using System.ComponentModel.DataAnnotations;
            using System.Threading.Tasks;
            using Agnt5;
            public sealed record Item([RegularExpression(@"(?=a)(a|aa)+\1b")] string Name);
            public static class Components
            {
                [Workflow("wait")]
                public static async Task<string> Wait(WorkflowContext ctx)
                {
                    var last = "";
                    for (var round = 0; round < 3; round++)
                    {
                        try { await ctx.WaitForSignalAsync<List<Item>>($"go{round}"); }
                        catch (NonRetryableException refused) { last = refused.Message; }
                    }
                    return last;
                }
            }
            """).Build();
        var items = $"[{string.Join(',', Enumerable.Repeat($$"""{"name":"{{new string('a', 100)}}"}""", 10))}]";

        var response = await project.SendAsync("POST", "/agnt5/invoke", $$"""
            {"component_type":"workflow","component_name":"wait","input":{},
             "checkpoint":{"steps":{"agnt5:signal:go0:go0":{{items}},"agnt5:signal:go1:go1":{{items}},"agnt5:signal:go2:go2":{{items}} } } }
            """);

        Assert.Contains(": $[0].name: takes too long to match; the rest was not checked", (string?)response["output"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_of_an_output_promises_no_limits()
    {
        var output = (await Project.Value.ManifestAsync("person"))["output_schema"]!.ToJsonString();
        Assert.DoesNotContain("minLength", output, StringComparison.Ordinal);
        Assert.DoesNotContain("exclusiveMaximum", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person", """{"name":"Ada","age":120,"factor":0.5,"price":0.01,"day":"2026-12-31"}""")]
    [InlineData("person", """{"name":"𝒜𝒜𝒜𝒜𝒜","age":1,"factor":null}""")]
    [InlineData("form", """{"title":"t","note":"","count":0,"tags":["a"],"scores":{"a":1},"bytes":"AAAA","code":"AB12","behind":"ab","color":"green","step":null,"level":"High","link":"HTTP://x"}""")]
    [InlineData("form", """{"title":"t","note":" ","count":0,"code":"","level":"Low"}""")]
    [InlineData("lists", """{"texts":["a"],"nested":{"a":["b"]},"holes":[null],"wait":"00:00:01","at":"2026-12-31T10:00:00Z","from":"08:00:00"}""")]
    [InlineData("map", """{"a":"null"}""")]
    public async Task Input_that_meets_its_limits_reaches_the_component(string component, string input) =>
        await Project.Value.OutputAsync("function", component, input);

    [Theory]
    [InlineData("person", """{"name":"","age":130}""",
        "$.name: expected string that is not blank, got \"\"; $.name: expected string of 2 to 5 characters, got \"\"; $.age: expected integer from 1 to 120, got 130")]
    [InlineData(
        "person", """{"name":"Ada","age":1,"factor":2.5,"price":100.01,"day":"2027-01-01"}""",
        "$.factor: expected number of at least 0.5 and less than 2.5, got 2.5; $.price: expected number "
        + "from 0.01 to 100, got 100.01; $.day: expected date from 2026-01-01 to 2026-12-31, got \"2027-01-01\"")]
    [InlineData("person", """{"name":"𝒜𝒜𝒜𝒜𝒜𝒜","age":"x"}""",
        "$.name: expected string of 2 to 5 characters, got \"𝒜𝒜𝒜𝒜𝒜𝒜\"; $.age: expected integer from -2147483648 to 2147483647, got \"x\"")]
    [InlineData(
        "form", """{"title":null,"tags":[],"scores":{},"bytes":"AAAAAA=="}""",
        "$.title: expected string, got null; $.note: is required; $.count: is required; $.tags: expected array of 1 to 2 items, got an "
        + "array; $.scores: expected object of 1 to 2 members, got an object; $.bytes: expected base64 of at most 3 bytes, got \"AAAAAA==\"")]
    [InlineData(
        "form", """{"title":" \t","note":"","count":null,"code":"ab","behind":"b","color":"blue","step":3,"level":"Top","user":"root"}""",
        "$.title: expected string that is not blank, got \" \\t\"; $.count: expected integer from -2147483648 to 2147483647, got null; $.code: expected string that matches [A-Z]{2}[0-9]*, got "
        + "\"ab\"; $.behind: expected string that matches (?<=a)b|ab, got \"b\"; $.color: expected one of \"red\", \"green\", got \"blue\"; $.step: expected "
        + "one of 1, 2, null, got 3; $.level: expected one of Low, High, got \"Top\"; $.user: expected a value other than \"root\", \"admin\", got \"root\"")]
    [InlineData(
        "form", """{"title":"t","note":"","count":1,"mail":"a@b@c","page":"x://y","link":"y","both":"a@b"}""",
        "$.mail: expected string that is an email address, got \"a@b@c\"; $.page: expected string that is an http, https or ftp URL, got \"x://y\"; "
        + "$.link: expected string that is an http, https or ftp URL, got \"y\"; $.both: expected string that matches .*@example\\.com, got \"a@b\"")]
    [InlineData(
        "lists", """{"texts":["a",null],"nested":{"a":["b",null],"b":null},"holes":[null],"wait":"01:00:01","at":"2025-12-31T23:59:59Z","from":"07:59:00"}""",
        "$.texts[1]: expected string, got null; $.nested.a[1]: expected string, got null; $.nested.b: expected array, got null; $.wait: expected time span from 00:00:01 to 01:00:00, got "
        + "\"01:00:01\"; $.at: expected date-time from 2026-01-01T00:00:00Z to 2026-12-31T10:00:00Z, got \"2025-12-31T23:59:59Z\"; $.from: expected time from 08:00 to 17:00, got \"07:59:00\"")]
    [InlineData("tree", """{"name":"a","children":[{"name":"b","children":[{"name":"ccc"}]}]}""", "$.children[0].children[0].name: expected string of at most 2 characters, got \"ccc\"")]
    [InlineData("map", "{}", "$: expected object of at least 1 member, got an object")]
    [InlineData("map", """{"a":null}""", "$.a: expected string, got null")]
    [InlineData("parameters", """{"times":4,"name":"x"}""", "$.times: expected integer from 1 to 3, got 4; $.name: expected string of at least 2 characters, got \"x\"")]
    public async Task Input_beyond_its_limits_is_refused_with_every_limit_it_breaks(string component, string input, string message)
    {
        var response = await Project.Value.FailAsync("function", component, input);

        Assert.Equal("WORKERLESS_INPUT_INVALID", (string?)response["error"]?["code"]);
        Assert.Equal(message, (string?)response["error"]!["message"]);
    }

    [Fact]
    public async Task What_a_step_returned_survives_replay_whatever_limits_it_breaks()
    {
        var live = await Project.Value.InvokeAsync("workflow", "step");
        var replayed = await Project.Value.SendAsync("POST", "/agnt5/invoke", $$"""
            {"component_type":"workflow","component_name":"step","checkpoint":{{live["checkpoint"]!.ToJsonString()}}}
            """);

        Assert.Equal("500 1", (string?)live["output"]);
        Assert.Equal("500 1", (string?)replayed["output"]);
    }

    [Fact]
    public async Task Signal_payload_is_held_to_its_limits()
    {
        var response = await Project.Value.SendAsync("POST", "/agnt5/invoke", """
            {"component_type":"workflow","component_name":"wait","metadata":{"signal_name":"go","signal_payload":"{\"name\":\"Ada\",\"age\":0}"}}
            """);

        Assert.True((string?)response["status"] == "failed", response.ToJsonString());
        Assert.Contains("$.age: expected integer from 1 to 120, got a number", (string?)response["error"]!["message"], StringComparison.Ordinal);
    }
}
