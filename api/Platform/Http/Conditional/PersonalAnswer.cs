namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Marks an operation whose answers concern one person: never stored by a cache, never tagged.</summary>
public sealed class PersonalAnswer
{
    /// <summary>The one mark.</summary>
    public static readonly PersonalAnswer Mark = new();

    private PersonalAnswer()
    {
    }
}

/// <summary>Short form of the mark.</summary>
public static class PersonalAnswerExtensions
{
    /// <summary>Answers of this operation (or group) are <c>no-store</c>.</summary>
    public static TBuilder AnswersPersonally<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(PersonalAnswer.Mark);
}
