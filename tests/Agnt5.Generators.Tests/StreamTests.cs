using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>A component that returns <c>IAsyncEnumerable&lt;T&gt;</c> answers with all that it gave.</summary>
public sealed class StreamTests
{
    private static readonly Lazy<BuiltProject> Built = new(() => new ProjectUnderTest("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using Agnt5;

        namespace My.App;

        public sealed record Part(string Text, int? Number = null);

        public sealed class Parts(IServiceProvider services)
        {
            [Function]
            public static async IAsyncEnumerable<Part> Split(string text, [EnumeratorCancellation] CancellationToken ct = default)
            {
                foreach (var word in text.Split(' '))
                {
                    await Task.Delay(1, ct).ConfigureAwait(false);
                    yield return new(word);
                }
            }

            [Workflow]
            public async IAsyncEnumerable<int?> Count(WorkflowContext ctx)
            {
                for (var i = 0; i < 3; i++)
                    yield return await ctx.StepAsync("count", () => i, new StepOptions { Key = i.ToString() });
                await Task.Yield();
                yield return services is null ? 0 : null;
            }

            [Workflow]
            public static IAsyncEnumerable<Part> ComesBackToTheWorkflow() => Split("a b");

            [Tool]
            public static IAsyncEnumerable<string> NotAnIterator() => Split("a b").Select(part => part.Text);

            [Function]
            public static async IAsyncEnumerable<int> Break()
            {
                await Task.Yield();
                yield return 1;
                throw new InvalidOperationException("no more");
            }

            [Function]
            public static IAsyncEnumerable<int> None() => null!;

            [Function]
            public static IAsyncEnumerable<bool> Dispose() => new DisposedBefore();

            [Function]
            public static IAsyncEnumerable<bool> Token(CancellationToken ct)
            {
                return Read();

                async IAsyncEnumerable<bool> Read([EnumeratorCancellation] CancellationToken own = default) { await Task.Yield(); yield return own == ct && own.CanBeCanceled; }
            }
        }

        public sealed class DisposedBefore : IAsyncEnumerable<bool>, IAsyncEnumerator<bool>
        {
            private static bool disposed;
            private int _count;

            public bool Current => disposed;
            public IAsyncEnumerator<bool> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;
            public ValueTask<bool> MoveNextAsync() => new(_count++ == 0);
            public ValueTask DisposeAsync() { disposed = true; return default; }
        }

        public static class Sequences
        {
            public static async IAsyncEnumerable<TResult> Select<T, TResult>(this IAsyncEnumerable<T> items, Func<T, TResult> select)
            {
                await foreach (var item in items)
                    yield return select(item);
            }
        }
        """).Build());

    [Theory]
    [InlineData("function", "split", """{"text":"a b"}""", """[{"text":"a","number":null},{"text":"b","number":null}]""")]
    [InlineData("workflow", "count", "{}", "[0,1,2,null]")]
    [InlineData("workflow", "comes_back_to_the_workflow", "{}", """[{"text":"a","number":null},{"text":"b","number":null}]""")]
    [InlineData("tool", "not_an_iterator", "{}", """["a","b"]""")]
    public async Task Output_is_the_list_of_what_was_streamed(string type, string name, string input, string output) =>
        Assert.Equal(output, await Built.Value.OutputAsync(type, name, input));

    [Theory]
    [InlineData("not_an_iterator", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("count", """{"type":"array","items":{"type":["integer","null"],"minimum":-2147483648,"maximum":2147483647}}""")]
    public async Task Output_schema_is_the_array_of_items(string name, string schema) =>
        Assert.Equal(schema, (await Built.Value.ManifestAsync(name))["output_schema"]!.ToJsonString());

    [Fact]
    public async Task Steps_of_a_streaming_workflow_are_recorded_and_replayed()
    {
        var first = await Built.Value.InvokeAsync("workflow", "count");
        Assert.Equal("""{"count:0":0,"count:1":1,"count:2":2,"agnt5:events":4}""", first["checkpoint"]!["steps"]!.ToJsonString());

        var replayed = await Built.Value.SendAsync("POST", "/agnt5/invoke", """
            {"component_type":"workflow","component_name":"count","checkpoint":{"steps":{"count:0":7,"count:1":8}}}
            """);
        Assert.Equal("[7,8,2,null]", replayed["output"]!.ToJsonString());
    }

    [Theory]
    [InlineData("break", "no more")]
    [InlineData("none", "none returned null instead of a stream. Return an empty stream.")]
    public async Task Stream_that_breaks_off_fails_the_call(string name, string message)
    {
        var response = await Built.Value.FailAsync("function", name);

        Assert.Equal(message, (string?)response["error"]!["message"]);
        Assert.False(response.ContainsKey("output"));
    }

    [Fact]
    public async Task Stream_is_read_with_the_invocations_token()
    {
        var deadline = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds();
        var response = await Built.Value.SendAsync(
            "POST", "/agnt5/invoke", $$$"""{"component_type":"function","component_name":"token","budget":{"deadline_ms":{{{deadline}}}}}""");

        Assert.Equal("[true]", response["output"]!.ToJsonString());
    }

    [Fact]
    public async Task Stream_is_disposed_at_its_end()
    {
        Assert.Equal("[false]", await Built.Value.OutputAsync("function", "dispose"));
        Assert.Equal("[true]", await Built.Value.OutputAsync("function", "dispose"));
    }
}
