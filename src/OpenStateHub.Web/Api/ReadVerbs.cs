namespace OpenStateHub.Web.Api;

/// <summary>What answers GET answers HEAD: a program asks whether a file is there, or how large it is, without reading it.</summary>
internal static class ReadVerbs
{
    private static readonly HttpMethodMetadata Both = new([HttpMethods.Get, HttpMethods.Head], acceptCorsPreflight: true);

    public static T AnswerHead<T>(this T endpoints)
        where T : IEndpointConventionBuilder
    {
        endpoints.Finally(endpoint =>
        {
            for (var i = 0; i < endpoint.Metadata.Count; i++)
            {
                if (endpoint.Metadata[i] is IHttpMethodMetadata)
                {
                    endpoint.Metadata[i] = Both;
                }
            }
        });
        return endpoints;
    }
}
