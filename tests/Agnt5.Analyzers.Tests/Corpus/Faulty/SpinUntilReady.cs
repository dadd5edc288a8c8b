// A loop that ends when a computation says so, and that nothing can interrupt (after samples of Durable Task).
public sealed record Number(long Value);

public sealed record Factors(List<long> Primes);

public static class SpinUntilReady
{
    /// <summary>Finds the prime factors of a number.</summary>
    [Workflow]
    public static async Task<Factors> Factorize(WorkflowContext ctx, Number number)
    {
        var primes = new List<long>();
        var rest = number.Value;
        var candidate = 2L;
        {|AGT4016:while|} (rest > 1)
        {
            if (rest % candidate == 0)
            {
                primes.Add(candidate);
                rest /= candidate;
            }
            else
            {
                candidate++;
            }
        }

        await ctx.EmitAsync("number.factorized", primes);
        return new(primes);
    }
}
