using System.Data;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Places;

/// <summary>The columns of the table <c>place</c> for writing many rows at once; <see cref="PlaceRecord"/> names them for single ones.</summary>
public static class PlaceColumns
{
    private static readonly (string Name, DbType Type, Func<PlaceRecord, object?> Value)[] All =
    [
        ("id", DbType.String, row => row.Id), ("name", DbType.String, row => row.Name), ("kind", DbType.String, row => row.Kind),
        ("setting", DbType.String, row => row.Setting), ("level", DbType.String, row => row.Level), ("dual_network", DbType.Int64, row => row.DualNetwork),
        ("accepts", DbType.String, row => row.Accepts), ("rejects", DbType.String, row => row.Rejects), ("audience", DbType.String, row => row.Audience),
        ("appointment_only", DbType.Int64, row => row.AppointmentOnly), ("pays", DbType.Int64, row => row.Pays), ("prices", DbType.String, row => row.Prices),
        ("access", DbType.String, row => row.Access), ("step_free", DbType.Int64, row => row.StepFree), ("phone", DbType.String, row => row.Phone),
        ("operator", DbType.String, row => row.Operator), ("lng", DbType.Double, row => row.Lng), ("lat", DbType.Double, row => row.Lat),
        ("hours", DbType.String, row => row.Hours), ("source", DbType.String, row => row.Source), ("licence", DbType.String, row => row.Licence),
        ("last_verified", DbType.String, row => row.LastVerified), ("verified_by", DbType.String, row => row.VerifiedBy), ("sample", DbType.Int64, row => row.Sample),
        ("illustrative", DbType.Int64, row => row.Illustrative), ("township", DbType.String, row => row.Township), ("village", DbType.String, row => row.Village),
        ("address", DbType.String, row => row.Address), ("removed_at", DbType.Int64, row => row.RemovedAt), ("removed_because", DbType.String, row => row.RemovedBecause),
        ("replaced_by", DbType.String, row => row.ReplacedBy), ("dates", DbType.String, row => row.Dates), ("lunar", DbType.String, row => row.Lunar),
        ("photo", DbType.String, row => row.Photo),
    ];

    /// <summary>Names and types.</summary>
    public static readonly IReadOnlyList<InsertColumn> Columns = [.. All.Select(column => new InsertColumn(column.Name, column.Type))];

    /// <summary>Overwrites a row that is there.</summary>
    public static readonly string Replacing = "ON CONFLICT (id) DO UPDATE SET " + string.Join(", ", All.Skip(1).Select(column => $"{column.Name} = excluded.{column.Name}"));

    /// <summary>The values of a row, in the order of <see cref="Columns"/>.</summary>
    public static object?[] Of(PlaceRecord record) => Array.ConvertAll(All, column => column.Value(record));
}
