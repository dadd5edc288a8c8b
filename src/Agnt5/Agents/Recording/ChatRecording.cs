using Agnt5.Agents.Recording;
using Microsoft.Extensions.AI;

namespace Agnt5;

/// <summary>
/// Records conversations with a model in a file, for tests that play them back without the model. The file is JSON that reads well in a diff. It holds the messages, the names of the tools, the
/// options, and the replies as they came, whole or streamed. Of a failure it holds the type, the status and the wait. It holds no headers, no options whose names look like those of keys, and no
/// texts of failures. What users, tools and models said is in it word for word.
/// </summary>
public static class ChatRecording
{
    /// <summary>The environment variable that makes <see cref="Open"/> record again: <c>AGNT5_RECORD_CHATS=1</c>.</summary>
    public const string RecordVariable = "AGNT5_RECORD_CHATS";

    /// <summary>
    /// Makes a client that asks another one and records the conversation. The file is written after each call, and replaces what was there. Calls that are canceled are not recorded. A file that
    /// cannot be written fails the call with an <see cref="InvalidOperationException"/>.
    /// </summary>
    /// <param name="client">The client to ask. It is disposed with the returned client.</param>
    /// <param name="path">The file. Its folder is made if there is none.</param>
    public static IChatClient Record(IChatClient client, string path)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new RecordingChatClient(client, path);
    }

    /// <summary>
    /// Makes a client that plays a recording back. A call gets the reply of the first recorded call with the same request that was not played yet, so calls that run at the same time may come in any
    /// order. A call that is not in the recording throws a <see cref="NonRetryableException"/>, which names the first difference. Ids and times of messages are not compared, line ends count as the
    /// same, and so do the keys of <see cref="ModelCall"/> in options. A recorded failure is thrown as a <see cref="ModelThrottledException"/> about which an agent decides as it did.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no recording.</exception>
    public static IChatClient Replay(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new ReplayingChatClient(path);
    }

    /// <summary>Plays a recording back, or makes it where the file is missing or <see cref="RecordVariable"/> is <c>1</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="connect">Makes the client to record. It is not called for a playback, which needs no key.</param>
    /// <exception cref="InvalidDataException">The file is no recording.</exception>
    public static IChatClient Open(string path, Func<IChatClient> connect)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(connect);
        return File.Exists(path) && Environment.GetEnvironmentVariable(RecordVariable) != "1" ? Replay(path) : Record(connect(), path);
    }
}
