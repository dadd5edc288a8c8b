namespace Agnt5;

/// <summary>
/// Decides which failures of model calls are worth another attempt. Register one as a service: for all models, or with a provider's name as its key (<c>acme</c> for <c>acme/small-1</c>). The one
/// with the key is asked alone. Without any, the verdict of the SDK counts: 408, 429, every status from 500 on, timeouts and broken connections are tried again.
/// </summary>
public interface IModelFailureClassifier
{
    /// <summary>Decides about one failed attempt. It is called where the client was called, and not at all for a <see cref="NonRetryableException"/>.</summary>
    /// <param name="failure">The exception of the client.</param>
    /// <param name="proposed">The verdict of the SDK. Return it for every failure that you do not know better.</param>
    /// <returns>The verdict. An exception that this method throws takes the place of the failure and ends the call.</returns>
    ModelFailureVerdict Classify(Exception failure, ModelFailureVerdict proposed);
}
