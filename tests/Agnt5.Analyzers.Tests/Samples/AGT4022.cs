public sealed class PaymentException(string message, Exception? inner = null) : Exception(message, inner);

public static class Orders
{
    [Workflow]
    public static async Task<string> Charge(WorkflowContext ctx)
    {
        try
        {
            await ctx.StepAsync("charge", () => { });
        }
        catch (StepFailedException f) when (f.{|AGT4022:InnerException|} is TimeoutException)
        {
            return "late";
        }
        catch (StepFailedException f) when ((f.{|AGT4022:InnerException|}) is PaymentException { Message: "declined" } || f is { {|AGT4022:InnerException|}: PaymentException })
        {
            return "declined";
        }
        catch (Exception e) when (e is StepFailedException { {|AGT4022:InnerException|}: InvalidOperationException or IOException })
        {
            return "network";
        }
        catch (Exception e) when (e is StepFailedException { {|AGT4022:InnerException|}.Message: "busy" } and not { {|AGT4022:InnerException|}: null })
        {
            return "busy";
        }
        catch (StepFailedException f) when (f.{|AGT4022:GetBaseException|}() is TimeoutException || Helper.IsLate(f))
        {
            return Helper.Explain(f);
        }

        return "charged";
    }
}

public static class Helper
{
    public static bool IsLate(StepFailedException? failure) => failure?.{|AGT4022:InnerException|} is TimeoutException;

    public static bool IsLateAgain(StepFailedException failure) => failure.{|AGT4022:InnerException|} as TimeoutException is not null;

    public static string Explain(StepFailedException failure) => failure.{|AGT4022:InnerException|}!.Message;

    public static string Switch(StepFailedException failure)
    {
        switch (failure.{|AGT4022:InnerException|})
        {
            case TimeoutException late: return late.Message;
            default: return failure.{|AGT4022:InnerException|} is TimeoutException again ? again.Message : failure.{|AGT4022:GetBaseException|}().Message;
        }
    }

    // Near misses.
    public static bool IsRecorded(StepFailedException failure) => failure.Is<TimeoutException>() || failure.ErrorType == "System.TimeoutException" || failure.Message == "late";

    public static bool OfAnyException(Exception exception) => exception.InnerException is TimeoutException || exception.GetBaseException() is TimeoutException;

    public static bool OfWhatHoldsTheFailure(PaymentException exception) => exception is { InnerException: StepFailedException { StepKey: "charge" } };

    public static string Name() => nameof(StepFailedException.InnerException);

    public static string Text(StepFailedException failure) => failure.ToString() + failure.StackTrace;
}
