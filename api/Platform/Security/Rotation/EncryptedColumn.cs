namespace Jizhou.Public.Api.Platform.Security;

/// <summary>A column that holds values of <see cref="PersonalDataProtector"/>: what a rotation has to encrypt again. A test asks for every one of them.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Key">A column of text by which the table is walked; better unique.</param>
/// <param name="Column">The column.</param>
/// <param name="Purpose">The purpose its values were encrypted for.</param>
public sealed record EncryptedColumn(string Table, string Key, string Column, string Purpose);

/// <summary>Registration: each feature names its own in its module.</summary>
public static class EncryptedColumns
{
    /// <summary>Adds a column called <c>secret</c>.</summary>
    public static IServiceCollection AddEncryptedColumn(this IServiceCollection services, string table, string key, string purpose)
        => services.AddSingleton(new EncryptedColumn(table, key, "secret", purpose));
}
