using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>Counts the stages and statuses of a file.</summary>
internal static class FileSurveyor
{
    public static CrmSurvey Survey(CrmFile file)
    {
        var stages = new Dictionary<string, int>(StringComparer.Ordinal);
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        int rows = 0;
        while (file.TryReadRaw(out RawRow row))
        {
            rows++;
            file.Cells.MoveTo(row);
            if (row.Broken is null && row.Malformed is null && !file.Cells.IsHeader())
            {
                Count(file.Cells, CrmField.Stage, stages);
                Count(file.Cells, CrmField.Outcome, outcomes);
            }
        }

        return new CrmSurvey(file.ToLayout())
        {
            RowCount = rows,
            BlankLineCount = file.BlankLineCount,
            Stages =
            [
                .. InOrder(stages).Select(entry => OfStage(file.Stages, entry.Key, entry.Value)),
                .. InOrder(outcomes).Select(entry => OfOutcome(file.Stages, entry.Key, entry.Value)),
            ],
            Problems = [.. file.Problems],
        };
    }

    private static void Count(RowCells cells, CrmField field, Dictionary<string, int> counts)
    {
        if (cells.HasColumn(field))
        {
            counts[cells[field]] = counts.GetValueOrDefault(cells[field]) + 1;
        }
    }

    private static IOrderedEnumerable<KeyValuePair<string, int>> InOrder(Dictionary<string, int> counts) =>
        counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal);

    private static SurveyedStage OfStage(StageMap stages, string value, int count) =>
        value.Length > 0 && stages.TryReadStage(value, out StageReading reading)
            ? new SurveyedStage(CrmField.Stage, value, count, reading.Outcome, reading.ProcessStage)
            : new SurveyedStage(CrmField.Stage, value, count, outcome: null, processStage: null);

    private static SurveyedStage OfOutcome(StageMap stages, string value, int count) => new(
        CrmField.Outcome,
        value,
        count,
        value.Length > 0 && stages.TryReadOutcome(value, out DealOutcome outcome) ? outcome : null,
        processStage: null);
}
