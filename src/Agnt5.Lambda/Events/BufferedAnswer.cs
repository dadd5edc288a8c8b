using System.Text;

namespace Agnt5.Lambda.Events;

/// <summary>Writes an answer as the JSON that the event's source takes. The body is text there, which is shorter than base64 for almost every JSON.</summary>
internal static class BufferedAnswer
{
    public static byte[] Write(HttpAnswer answer, EventSource source)
    {
        var head = Encoding.ASCII.GetBytes($"{answer.Head(source.HasHeaderLists)},\"isBase64Encoded\":false,\"body\":\"");
        var length = head.Length + JsonText.LengthOf(answer.Body.Span) + "\"}".Length;
        if (length > source.MaxAnswerBytes)
            return Write(TooLargeAnswer.Of(length, source), source);

        var bytes = new byte[length];
        head.CopyTo(bytes, 0);
        JsonText.Write(answer.Body.Span, bytes.AsSpan(head.Length));
        "\"}"u8.CopyTo(bytes.AsSpan(bytes.Length - 2));
        return bytes;
    }
}
