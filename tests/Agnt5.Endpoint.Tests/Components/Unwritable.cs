using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Agnt5.Endpoint.Tests.Components;

public sealed record Price(string Currency, double Amount);

public sealed record Invoice(string Id, List<Price> Prices, Dictionary<string, float> Shares, JsonElement Data);

public sealed class Grumpy
{
    public string Name => "grumpy";

    public string Mood => throw new FormatException("not today");
}

public record Animal(string Name);

public sealed record Dog(string Name, bool Barks) : Animal(Name);

public sealed record Cage(string Id, IReadOnlyList<Animal> Animals);

[JsonDerivedType(typeof(Circle), "circle")]
public record Shape(string Name);

public sealed record Circle(string Name) : Shape(Name);

#pragma warning disable AGT2012 // Its values are here to be refused.
public sealed record Square(string Name) : Shape(Name);
#pragma warning restore AGT2012

/// <summary>Says itself what becomes of subtypes that it does not know.</summary>
[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(Mail), "mail")]
public record Message(string Id);

public sealed record Mail(string Id) : Message(Id);

public sealed record Fax(string Id) : Message(Id);

[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor)]
[JsonDerivedType(typeof(Woody), "woody")]
public record Plant(string Name);

public record Woody(string Name) : Plant(Name);

public sealed record Oak(string Name) : Woody(Name);

/// <summary>What comes back as it went in, or cannot.</summary>
public static class Unwritable
{
    private static readonly string Half = Texts.Half;

    /// <summary>A value that JSON cannot hold.</summary>
    [Workflow]
    public static async Task<Invoice> WriteInvoice(WorkflowContext ctx, string how, bool inStep)
    {
        var good = new Invoice("i", [new("EUR", 1)], new() { ["a"] = 1 }, JsonSerializer.SerializeToElement("x"));
        var bad = how switch
        {
            "NaN" => good with { Prices = [new("EUR", 1), new("EUR", double.NaN)] },
            "infinity" => good with { Shares = new() { ["a b"] = float.PositiveInfinity } },
            "half" => good with { Prices = [new(Half, 1)] },
            "half name" => good with { Shares = new() { [Half] = 1 } },
            "half in data" => good with { Data = JsonDocument.Parse("""{"a":["x","\ud83d"]}""").RootElement },
            "null" => good with { Id = null! },
            _ => good with { Prices = [new("\uFFFD 🌍", 1)] },
        };
        return inStep ? await ctx.StepAsync("write", () => Task.FromResult(bad)) : bad;
    }

    [Workflow]
    public static async Task<Grumpy> AskGrumpy(WorkflowContext ctx, bool inStep) => inStep ? await ctx.StepAsync("ask", () => Task.FromResult(new Grumpy())) : new Grumpy();

    [Workflow]
    public static async Task<Animal> Bark(WorkflowContext ctx, bool inStep)
    {
        Animal dog = new Dog("Rex", true);
        return inStep ? await ctx.StepAsync("bark", () => Task.FromResult(dog)) : dog;
    }

    /// <summary>Draws a square as a shape, which does not know it, or as what it is.</summary>
    [Workflow]
    public static async Task<string> Sketch(WorkflowContext ctx, bool asShape)
    {
        var shape = asShape
            ? await ctx.StepAsync<Shape>("sketch", () => Task.FromResult<Shape>(DrawSquare()), new StepOptions { MaxAttempts = 3 })
            : await ctx.StepAsync("sketch", () => Task.FromResult(DrawSquare()));
        return shape.Name;
    }

    /// <summary>How often a square was drawn.</summary>
    public static int Drawn { get; private set; }

    private static Square DrawSquare()
    {
        Drawn++;
        return new("s");
    }

    [Function]
    public static Cage Lock() => new("c", [new Animal("Tom"), new Dog("Rex", true)]);

    [Function]
    public static Shape Draw(bool declared) => declared ? new Circle("c") : new Square("s");

    [Workflow]
    public static async Task<Message> SendFax(WorkflowContext ctx)
    {
        await ctx.EmitAsync<Plant>("grown", new Oak("o"));
        return await ctx.StepAsync<Message>("send", () => Task.FromResult<Message>(new Fax("f")));
    }

    [Function]
    public static Message Fax() => new Fax("f");

    [Function]
    public static Plant Grow() => new Oak("o");

    [Function]
    public static JsonNode Untyped() => new JsonObject { ["list"] = new JsonArray("whole", Half) };

    [Function]
    public static char Letter() => Half[^1];

    [Function]
    public static JsonElement Echoed(JsonElement value) => value;

    /// <summary>Gives a text to each place where one enters the wire.</summary>
    [Workflow]
    public static async Task<string> Name(WorkflowContext ctx, string how)
    {
        switch (how)
        {
            case "step":
                return await ctx.StepAsync(Half, () => Task.FromResult("ran"));
            case "step key":
                return await ctx.StepAsync("s", () => Task.FromResult("ran"), new StepOptions { Key = Half });
            case "sleep":
                await ctx.SleepAsync(TimeSpan.FromSeconds(1), Half);
                return "slept";
            case "sleep until":
                await ctx.SleepUntilAsync(ctx.UtcNow.AddSeconds(1), Half);
                return "slept";
            case "signal":
                return await ctx.WaitForSignalAsync<string>(Half);
            case "waiting step":
                return await ctx.WaitForSignalAsync<string>("go", Half);
            case "question":
                return await ctx.AskAsync(Half) ?? "";
            case "option":
                return await ctx.AskAsync("Which?", Question.Select(new QuestionOption("a", Half))) ?? "";
            case "description":
                return await ctx.AskAsync("Which?", Question.Select(new QuestionOption("a", "A", Half))) ?? "";
            case "yield":
                await ctx.YieldIfNeededAsync(Half);
                return "went on";
            case "event":
                await ctx.EmitAsync(Half, 1);
                return "emitted";
            case "event data":
                await ctx.EmitAsync("e", Half);
                return "emitted";
            case "event metadata":
                await ctx.EmitAsync("e", 1, new EmitOptions { Metadata = new Dictionary<string, string> { ["k"] = Half } });
                return "emitted";
            case "event correlation":
                await ctx.EmitAsync("e", 1, new EmitOptions { CorrelationId = Half });
                return "emitted";
            case "result":
                return await ctx.StepAsync("s", () => Task.FromResult(Half));
            case "result behind a quote":
                return await ctx.StepAsync("s", () => Task.FromResult($"\"{Half}"));
            case "event data between lines":
                await ctx.EmitAsync("e", $"a\n😀{Half}\nb");
                return "emitted";
            case "name behind a quote":
                await ctx.EmitAsync("e", new Dictionary<string, int> { [$"\"{Half}"] = 1 });
                return "emitted";
            case "long result":
                return await ctx.StepAsync("s", () => Task.FromResult(new string('a', 4000) + '\\' + new string('b', 4000) + Half));
            case "whole lines":
                return await ctx.StepAsync("s", () => Task.FromResult("a\n\uFFFD\"🌍\uFFFD"));
            case "output":
                return Half;
            default:
                return await ctx.StepAsync("🌍 \uFFFD", () => Task.FromResult("🌍 \uFFFD"));
        }
    }

    [Workflow]
    public static async Task<string> AwaitPair(WorkflowContext ctx)
    {
        var pair = await ctx.WaitForSignalAsync<Dictionary<string, string>>("go");
        await ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap");
        return string.Join(';', pair.Select(static entry => $"{entry.Key}={entry.Value}"));
    }
}

public sealed record Reach(double Far, float? Near, List<double> Many, Dictionary<string, float> Named, Dictionary<double, int> Keyed, JsonElement Any);

[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.WriteAsString)]
public sealed record Worded(double Far);

/// <summary>Numbers that are too large for their types.</summary>
public static class Reaches
{
    [Function]
    public static Reach Extend(Reach reach) => reach;

    [Function]
    public static bool Word(Worded worded) => double.IsInfinity(worded.Far);

    [Workflow]
    public static async Task<double> StepFar(WorkflowContext ctx) => await ctx.StepAsync("far", () => Task.FromResult(1.0));

    [Workflow]
    public static async Task<double> AwaitFar(WorkflowContext ctx) => await ctx.WaitForSignalAsync<double>("go");
}
