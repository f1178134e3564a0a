namespace Jizhou.Public.Content;

/// <summary>A place in the law (依据) that a statement rests on, as it goes over the wire.</summary>
/// <param name="Id">How content writes it: <c>eco-code#998</c>, or <c>eco-code</c> for the document as a whole.</param>
/// <param name="Document">Title of the document, without 《》.</param>
/// <param name="Article">Number of the article (<c>998</c>), or null for the whole document.</param>
/// <param name="InForceFrom">First day in force; null when our sources do not give it (then <see cref="IssuedOn"/> may).</param>
/// <param name="InForceTo">Last day in force; null while it is in force.</param>
/// <param name="CheckedOn">Day on which a person last compared it with its source.</param>
/// <param name="Confidence">How sure we are of the document's wording.</param>
/// <param name="Url">Address of the document, when a complete one is known.</param>
public sealed record Citation(string Id, string Document, string? Article, DateOnly? InForceFrom, DateOnly? InForceTo,
    DateOnly CheckedOn, Confidence Confidence, string? Url)
{
    /// <summary>Id of the document in citations.yaml.</summary>
    public string DocumentId => Id.Split('#')[0];

    /// <summary>Day of issue or publication, when known.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Number of the document (文号), such as 国办发〔2017〕26号.</summary>
    public string? Number { get; init; }

    /// <summary>What the article is about, in our words; null for a whole document.</summary>
    public string? Subject { get; init; }

    /// <summary>What a reader must know about our copy: a single source, a text not obtained.</summary>
    public string? Note { get; init; }

    /// <summary>Citation of what replaced it, when it is no longer in force.</summary>
    public string? RepealedBy { get; init; }

    /// <summary>How people read it: 《生态环境法典》第998条.</summary>
    public string Label => Article is null ? $"《{Document}》" : $"《{Document}》第{Article}条";

    /// <summary>Was it in force on a day? A document without a first day counts as in force until its last.</summary>
    public bool InForceOn(DateOnly day) => (InForceFrom is not { } from || from <= day) && (InForceTo is not { } to || day <= to);
}
