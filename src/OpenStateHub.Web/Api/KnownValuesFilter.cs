namespace OpenStateHub.Web.Api;

/// <summary>A number that stands for no value of a list is refused like a word that does not.</summary>
internal sealed class KnownValuesFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<Enum>().All(value => Enum.IsDefined(value.GetType(), value))
            ? await next(context)
            : TypedResults.BadRequest();
}
