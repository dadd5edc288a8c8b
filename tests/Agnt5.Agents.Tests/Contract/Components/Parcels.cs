using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Agnt5.Agents.Tests.Hosting;

namespace Agnt5.Agents.Tests.Contract.Components;

/// <summary>What a parcel costs.</summary>
public sealed record Price(decimal Amount, string Currency, bool IsHeavy);

/// <summary>Where a parcel came by.</summary>
public sealed record Stop(int Number, string Place);

/// <summary>Who called, as the function sees it.</summary>
public sealed record CallSeen(string RunId, int Attempt, string Component, string? Tenant);

/// <summary>Functions and tools of a post office.</summary>
public sealed class Parcels(Diary diary)
{
    /// <summary>Says what a parcel costs.</summary>
    /// <param name="weightKg">The weight in kilograms.</param>
    /// <param name="country">Where it goes.</param>
    [Function]
    public static Price PriceParcel([Range(0.1, 30)] double weightKg, string country = "home") =>
        new((decimal)weightKg * (country == "home" ? 2 : 5), "EUR", weightKg > 20);

    /// <summary>Throws a label away, and has nothing to tell.</summary>
    [Function]
    public void DiscardLabel(string id) => diary.Write($"discarded {id}");

    [Function]
    public static CallSeen DescribeCall(FunctionContext ctx) => new(ctx.RunId, ctx.Attempt, ctx.ComponentName, ctx.Metadata.GetValueOrDefault("tenant_id"));

    /// <summary>Keeps a value for the rest of the invocation.</summary>
    [Function]
    public static IReadOnlyList<string?> KeepForAWhile(FunctionContext ctx, string value)
    {
        ctx.Set("shelf", value);
        var kept = ctx.Get<string>("shelf");
        ctx.Delete("shelf");
        return [kept, ctx.Get<string>("shelf")];
    }

    /// <summary>Follows a parcel, stop by stop.</summary>
    /// <param name="ctx">The context.</param>
    /// <param name="stops">How many stops there are.</param>
    /// <param name="lostAfter">After which of them the parcel is lost, if it is.</param>
    /// <param name="cancellationToken">Fires when nobody listens any more.</param>
    [Function]
    public static async IAsyncEnumerable<Stop> TrackParcel(FunctionContext ctx, int stops, int? lostAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ctx.EmitAsync("parcel.left", stops);
        for (var number = 1; number <= stops; number++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new Stop(number, $"depot {number}");
            if (number == lostAfter)
                throw new InvalidOperationException($"lost behind depot {number}");
        }
    }

    /// <summary>Weighs a parcel.</summary>
    /// <param name="parcel">The parcel's number.</param>
    [Tool]
    public double WeighParcel(string parcel)
    {
        diary.Write($"weighed {parcel}");
        return parcel.Length + 0.5;
    }

    /// <summary>Prints a label. The printer has no paper.</summary>
    /// <param name="parcel">The parcel's number.</param>
    [Tool]
    public string PrintLabel(string parcel)
    {
        diary.Write($"printed {parcel}");
        throw new InvalidOperationException("the printer has no paper");
    }

    /// <summary>Compensates for a parcel that was lost, once a person agrees.</summary>
    /// <param name="ctx">The context.</param>
    /// <param name="parcel">The parcel's number.</param>
    [Tool(RequiresConfirmation = true)]
    public string CompensateSender(FunctionContext ctx, string parcel)
    {
        diary.Write($"compensated {parcel} {(ctx.IdempotencyKey.Length > 0 ? "once" : "at random")}");
        return $"50 EUR for {parcel}";
    }

    /// <summary>Scans a parcel, and tells so while it is at it.</summary>
    /// <param name="ctx">The context.</param>
    /// <param name="parcel">The parcel's number.</param>
    [Tool]
    public static async Task<string> ScanParcel(FunctionContext ctx, string parcel)
    {
        await ctx.EmitAsync("parcel.scanned", parcel);
        return "scanned";
    }

    /// <summary>Looks up what customs want.</summary>
    /// <param name="goods">What is inside.</param>
    [Tool]
    public string LookUpTariff(string goods)
    {
        diary.Write($"looked up {goods}");
        return $"{goods}: 4 %";
    }
}
