using Jizhou.Public.Api.Places.Areas;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>The operators' side of places: imports from upload to result.</summary>
public static class ImportsConsole
{
    /// <summary>Who may import.</summary>
    public static readonly string[] Importers = [Roles.Editor, Roles.Administrator];

    /// <summary>Registers the pages' parts.</summary>
    public static void AddImportsConsole(this IServiceCollection services)
    {
        services.AddSingleton<UploadDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<UploadDesk>());
        services.AddConsoleLink("/console/imports/", "导入点位", "上传 Excel、CSV 等文件，先看会改什么，再导入；可以撤回最近一次。", 20, Importers);
        foreach (var action in ImportAudit.All.Concat(AreaAudit.All))
        {
            services.AddAuditAction(action);
        }
    }

    /// <summary>Maps the pages.</summary>
    public static void MapImportsConsole(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/console/imports").ExcludeFromDescription().RequireRole(Importers);
        TakeUpload.Map(imports); // checks its form itself, while it comes in

        var forms = imports.MapGroup("").ChecksForms();
        ListImports.Map(forms);
        UndoLastImport.Map(forms);
        ShowUpload.Map(forms);
        ChangeUpload.Map(forms);
        ConfirmWords.Map(forms);
        ApplyUpload.Map(forms);
        GetRefusedRows.Map(forms);
    }
}
