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
        catch (Exception exception)
        {
            // Without a problem in the document, metadata is missing.
            if (BindingProblems.Describe(json, type, exception, demands) is not { } problems)
                throw;
            throw new InputInvalidException(problems, demands.QuotesValues ? BoundJson.CauseOf(exception) : null)
            {
                LoggedProblems = !demands.IsLogged ? null : demands.QuotesValues ? BindingProblems.Describe(json, type, exception, demands.WithoutValues) : problems,
            };
        }

        if (BindingProblems.DescribeLimits(json, type, demands) is not { } broken)
            return value;
        throw new InputInvalidException(broken)
        {
            LoggedProblems = !demands.IsLogged ? null : demands.QuotesValues ? BindingProblems.DescribeLimits(json, type, demands.WithoutValues) : broken,
        };
    }
}
