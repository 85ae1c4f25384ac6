namespace RevenueModel.Import;

/// <summary>Counts the stages and statuses of a CRM export.</summary>
internal static class CrmSurveyor
{
    public static CrmSurvey Survey(Table<CrmField> table, StageMap stages)
    {
        FieldColumn stageColumn = table[CrmField.Stage];
        FieldColumn outcomeColumn = table[CrmField.Outcome];
        var stageCounts = new Dictionary<string, int>(StringComparer.Ordinal);
        var outcomeCounts = new Dictionary<string, int>(StringComparer.Ordinal);
        while (table.Read())
        {
            if (!table.Cells.HasFaults)
            {
                Count(table.Cells, stageColumn, stageCounts);
                Count(table.Cells, outcomeColumn, outcomeCounts);
            }
        }

        return new CrmSurvey(table.ToLayout())
        {
            RowCount = table.RowCount,
            BlankLineCount = table.BlankLineCount,
            Stages =
            [
                .. InOrder(stageCounts).Select(entry =>
                    Surveyed(CrmField.Stage, entry, stages.ReadStage(entry.Key))),
                .. InOrder(outcomeCounts).Select(entry =>
                    Surveyed(CrmField.Outcome, entry, stages.ReadOutcome(entry.Key))),
            ],
            Problems = [.. table.Problems],
        };
    }

    private static void Count(RowCells cells, FieldColumn column, Dictionary<string, int> counts)
    {
        if (column.IsPresent)
        {
            string value = cells.Text(column);
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }

    private static IOrderedEnumerable<KeyValuePair<string, int>> InOrder(Dictionary<string, int> counts) =>
        counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal);

    private static SurveyedStage Surveyed(CrmField field, KeyValuePair<string, int> entry, StageReading? reading) =>
        new(field, entry.Key, entry.Value, reading?.Outcome, reading?.ProcessStage);
}
