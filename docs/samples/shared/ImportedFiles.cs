using RevenueModel.Import;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using static SampleOutput;

/// <summary>Reads exports of deals and subscriptions, and prints what was read and what was refused.</summary>
internal static class ImportedFiles
{
    private const int MaxRefused = 10;

    /// <summary>Reads a CRM export. Each open stage of the file has the weight zero, unless a process is
    /// given.</summary>
    public static CrmImport ReadDeals(string path, CrmImportOptions options)
    {
        using FileStream stream = File.OpenRead(path);
        using ImportFile file = ImportFile.Open(stream);
        string[] open =
        [
            .. CrmImporter.Survey(file, options).Stages
                .Where(stage => stage is { IsUnknown: true, Field: CrmField.Stage, Value.Length: > 0 })
                .Select(stage => stage.Value)
                .Where(name => !new[] { "closed", "won", "lost", "lose", "disqualif", "cancel", "dead" }
                    .Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .DefaultIfEmpty("Open"),
        ];
        return CrmImporter.Read(file, options with
        {
            Process = options.Process ?? SalesProcess.Of(
                [.. open.Select(name => new PipelineStage { Name = name, WinProbability = 0m })]),
        });
    }

    /// <summary>Reads the deals of a CRM export, and prints the refused rows.</summary>
    public static ValueList<Opportunity> ReadOpportunities(string path, CrmImportOptions options)
    {
        try
        {
            CrmImport import = ReadDeals(path, options);
            SayRead(path, import, prefix: "");
            return import.Opportunities;
        }
        catch (ImportException error)
        {
            throw new FormatException($"{Path.GetFileName(path)}: {ImportArguments.Describe(error)}", error);
        }
    }

    /// <summary>Reads an export of subscriptions with terms, and prints the refused rows.</summary>
    public static ValueList<Subscription> ReadSubscriptions(
        string path, SubscriptionImportOptions options, string prefix)
    {
        using FileStream stream = File.OpenRead(path);
        try
        {
            SubscriptionImport import = SubscriptionImporter.Read(stream, options);
            SayRead(path, import, prefix);
            return import.AccountMonths.IsEmpty
                ? import.Subscriptions
                : throw new FormatException($"{Path.GetFileName(path)}: the file has revenue by month; "
                    + "subscriptions with terms are expected.");
        }
        catch (ImportException error)
        {
            throw new FormatException(
                $"{Path.GetFileName(path)}: {ImportArguments.Describe(error, prefix)}", error);
        }
    }

    private static void SayRead<TField>(string path, ImportResult<TField> import, string prefix)
        where TField : struct, Enum
    {
        Say($"{Path.GetFileName(path)}: {import}.");
        foreach (ImportNote note in import.Notes)
        {
            Say($"  {note}");
        }

        foreach (RefusedRow row in import.Refused.Take(MaxRefused))
        {
            foreach (RowFault fault in row.Faults)
            {
                Say($"  Row {row.Row} was refused: {ImportArguments.Describe(fault, prefix)}");
            }
        }

        if (import.Refused.Count > MaxRefused)
        {
            Say($"  Further refused rows: {import.Refused.Count - MaxRefused}.");
        }

        if (!import.IsComplete)
        {
            Say($"  Rows of the file are unknown, because a quotation mark is not closed or closed too late.");
        }

        if (import.ReadCount == 0)
        {
            throw new FormatException($"{Path.GetFileName(path)}: no row was read.");
        }
    }
}
