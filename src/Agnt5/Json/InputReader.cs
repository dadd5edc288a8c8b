using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>Binds input to its declared type, and checks the type's limits.</summary>
internal static class InputReader
{
    /// <exception cref="InputInvalidException">The document does not bind; the message lists the problems.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, DocumentDemands demands)
    {
        T value;
        try
        {
            value = BoundJson.Read(json, type);
        }
        catch (Exception exception) when (BoundJson.IsBindingFailure(exception))
        {
            throw new InputInvalidException(BindingProblems.Describe(json, type, exception, demands)!, BoundJson.CauseOf(exception))
            {
                LoggedProblems = demands.IsLogged ? BindingProblems.Describe(json, type, exception, demands with { QuotesValues = false }) : null,
            };
        }
        catch (NotSupportedException exception)
        {
            // An object of an abstract type does not name its derived type, or metadata is missing.
            if (BindingProblems.Describe(json, type, exception, demands) is { } problems)
                throw new InputInvalidException(
                    problems, exception) { LoggedProblems = demands.IsLogged ? BindingProblems.Describe(json, type, exception, demands with { QuotesValues = false }) : null };
            throw;
        }

        if (BindingProblems.DescribeLimits(json, type, demands) is not { } broken)
            return value;
        throw new InputInvalidException(broken) { LoggedProblems = demands.IsLogged ? BindingProblems.DescribeLimits(json, type, demands with { QuotesValues = false }) : null };
    }
}
