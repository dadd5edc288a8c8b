using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents;

/// <summary>
/// Decides about the failure of a model call: whether to try again, and when. It knows the exceptions of providers' clients without a reference to their packages (<see cref="ProviderFailure"/>).
/// </summary>
internal static class ModelFailure
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The retries of a model call. They keep the wait that a provider asks for; a wait that does not fit the slice becomes a timer.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">The context of the turn.</param>
    /// <param name="isFinal">Whether an exception ends the call, whatever it is and whatever a classifier would say.</param>
    public static StepOptions Retries(ModelName model, AgentContext context, Predicate<Exception> isFinal)
    {
        ModelFailureVerdict? verdict = null;
        return new StepOptions
        {
            MaxAttempts = 5,
            RetryWhen = failure => !isFinal(failure) && (verdict = Decide(failure)).IsTransient,
            // Asked right after RetryWhen, about the same failure: a classifier may count, so it is called once.
            WaitAfter = _ => verdict?.RetryAfter is { } wait && wait > LongestWait ? LongestWait : verdict?.RetryAfter,
        };

        ModelFailureVerdict Decide(Exception failure)
        {
            var proposed = Judge(failure, context.Time);
            return ClassifierOf(model, context.Services)?.Classify(failure, proposed) ?? proposed;
        }
    }

    /// <summary>The SDK's own verdict.</summary>
    public static ModelFailureVerdict Judge(Exception failure, TimeProvider time)
    {
        bool? isTransient = null;
        TimeSpan? wait = null;
        for (var cause = failure; cause is not null; cause = InnerOf(cause))
        {
            // Its text is made of the texts of all that it holds.
            if (cause is AggregateException)
                continue;
            var read = ProviderFailure.Read(cause);
            isTransient ??= IsTransient(cause, read);
            wait ??= (cause as ModelThrottledException)?.RetryAfter ?? read.Wait(time);
        }

        return new(isTransient ?? false, wait);
    }

    private static bool? IsTransient(Exception cause, ProviderFailure read) => cause switch
    {
        NonRetryableException => false,
        ModelThrottledException throttled => throttled.MayRetry,
        // The caller's own token is looked at before: a cancellation that comes here is the client's timeout.
        TimeoutException or IOException or OperationCanceledException => true,
        HttpRequestException { StatusCode: null } => true,
        _ => read.IsTransient,
    };

    // A client that has tried several times itself throws all failures together. The last one is the news.
    private static Exception? InnerOf(Exception failure) => failure is AggregateException { InnerExceptions: [.., var last] } ? last : failure.InnerException;

    private static IModelFailureClassifier? ClassifierOf(ModelName model, IServiceProvider services) =>
        (model.Provider is { } provider && services is IKeyedServiceProvider ? services.GetKeyedService<IModelFailureClassifier>(provider) : null) ?? services.GetService<IModelFailureClassifier>();
}
