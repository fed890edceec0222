using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace OpenStateHub.Core.Tenancy.Life;

/// <summary>The name servers that this machine is told to ask, one after the other.</summary>
public sealed class NameServers : IResolveDomain
{
    private const int Port = 53;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<string>?> TextsAsync(string name, CancellationToken ct)
    {
        foreach (var server in Known())
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limited.CancelAfter(Patience);

            try
            {
                if (await AskAsync(new IPEndPoint(server, Port), new TextQuery(name), limited.Token) is { } texts)
                {
                    return texts;
                }
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
            {
                // This one does not answer: the next is asked.
            }
        }

        return null;
    }

    private static IEnumerable<IPAddress> Known() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(network => network.GetIPProperties().DnsAddresses)
        .Distinct();

    private static async Task<IReadOnlyList<string>?> AskAsync(IPEndPoint server, TextQuery query, CancellationToken ct)
    {
        using var socket = new UdpClient(server.AddressFamily);
        socket.Connect(server);
        await socket.SendAsync(query.Message, ct);

        while (true)
        {
            // What is no answer to this question was sent by somebody else.
            if (query.Read((await socket.ReceiveAsync(ct)).Buffer) is { } answer)
            {
                return answer.IsCut ? await AskAtLengthAsync(server, query, ct) : answer.Texts;
            }
        }
    }

    private static async Task<IReadOnlyList<string>?> AskAtLengthAsync(IPEndPoint server, TextQuery query, CancellationToken ct)
    {
        using var connection = new TcpClient(server.AddressFamily);
        await connection.ConnectAsync(server, ct);
        var stream = connection.GetStream();
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)query.Message.Length);
        await stream.WriteAsync(length.Concat(query.Message).ToArray(), ct);
        await stream.ReadExactlyAsync(length, ct);
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(answer, ct);
        return query.Read(answer)?.Texts;
    }
}
