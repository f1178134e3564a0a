namespace Jizhou.Public.Content;

/// <summary>All documents that content may cite, by id.</summary>
public sealed class LegalLibrary
{
    private readonly Dictionary<string, LegalDocument> _byId;

    /// <summary>Makes the library; ids are unique (the loader sees to it).</summary>
    public LegalLibrary(IReadOnlyList<LegalDocument> documents)
    {
        Documents = documents;
        _byId = documents.DistinctBy(d => d.Id).ToDictionary(d => d.Id);
    }

    /// <summary>The documents, in the order of the file.</summary>
    public IReadOnlyList<LegalDocument> Documents { get; }

    /// <summary>The citation written <c>doc</c> or <c>doc#article</c>; throws for one that the library does not hold (content was checked at load).</summary>
    public Citation Resolve(string reference) => Find(reference)
        ?? throw new KeyNotFoundException($"no citation \"{reference}\" in data/legal/citations.yaml");

    /// <summary>The citation, or null when the document or the article is unknown.</summary>
    public Citation? Find(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var document = _byId.GetValueOrDefault(hash < 0 ? reference : reference[..hash]);
        return hash < 0 ? document?.Whole : document?.Cite(reference[(hash + 1)..]);
    }

    /// <summary>Why a reference cannot be resolved and what to write instead; null when it can.</summary>
    public (string What, string HowToMend)? Complain(string reference)
    {
        if (Find(reference) is not null)
        {
            return null;
        }

        if (_byId.GetValueOrDefault(reference.Split('#')[0]) is not { } document)
        {
            return ($"unknown citation \"{reference}\"", $"use a document of data/legal/citations.yaml: {string.Join(", ", _byId.Keys.Order(StringComparer.Ordinal))}");
        }

        var mend = document.Articles.Count == 0
            ? $"cite the document alone (\"{document.Id}\"): its articles were not read"
            : $"cite one of {string.Join(", ", document.Articles.Keys)}, or add the article to data/legal/citations.yaml after reading it";
        return ($"\"{reference}\": article not listed for 《{document.Title}》", mend);
    }

    /// <summary>Resolves the one reference at a key; a missing or unknown one becomes a problem and a placeholder that is never served.</summary>
    internal Citation ReadOne(YamlMap map, string key)
    {
        var reference = map.Text(key);
        if (Find(reference) is { } citation)
        {
            return citation;
        }

        if (reference.Length > 0 && Complain(reference) is { } complaint)
        {
            map.Report(key, complaint.What, complaint.HowToMend);
        }

        return new Citation(reference, reference, null, null, null, default, Confidence.Probable, null);
    }

    /// <summary>Resolves the references below a key; unknown ones become problems.</summary>
    internal IReadOnlyList<Citation> Read(YamlMap map, string key)
    {
        List<Citation> citations = [];
        foreach (var reference in map.Texts(key))
        {
            if (Complain(reference) is { } complaint)
            {
                map.Report(key, complaint.What, complaint.HowToMend);
            }
            else
            {
                citations.Add(Resolve(reference));
            }
        }

        return citations;
    }
}
