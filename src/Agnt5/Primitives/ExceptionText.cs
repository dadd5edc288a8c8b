namespace Agnt5.Primitives;

/// <summary>Reads an exception's text. The text comes from user code, which may throw.</summary>
internal static class ExceptionText
{
    /// <summary>The exception's message as it goes over the wire (<see cref="WireText.OfFailure"/>), or <see langword="null"/> when reading it throws.</summary>
    public static string? Message(Exception exception) => Read(exception, static exception => WireText.OfFailure(exception.Message));

    /// <summary>The exception with its type and stack trace, or <see langword="null"/> when reading them throws.</summary>
    public static string? Details(Exception exception) => Read(exception, static exception => exception.ToString());

    private static string? Read(Exception exception, Func<Exception, string?> read)
    {
        try
        {
            return read(exception);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
