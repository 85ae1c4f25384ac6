using NodaTime;

namespace RevenueModel.Import;

/// <summary>Finds the columns of a file whose names are months.</summary>
internal static class MonthColumns
{
    /// <summary>Takes the columns that no field is read from and whose names are months, and adds a problem if their
    /// months cannot be determined.</summary>
    /// <param name="table">The file.</param>
    /// <param name="field">The field that they hold.</param>
    public static MonthColumn[] Find<TField>(Table<TField> table, TField field)
        where TField : struct, Enum
    {
        FormatChoice<DateFormat, LocalDate> formats = FormatChoices.OfDates(stated: null, withMonths: true);
        int[] positions = [.. table.FreeColumns.Where(i => IsMonth(table.HeaderNames[i]))];
        if (positions.Length == 0)
        {
            return [];
        }

        table.AddProblem(formats.Detect(
            [.. positions.Select(i => new FormatSample(table.HeaderNames[i], "column", table.HeaderRow))],
            ImportOption.Columns));
        var columns = new List<MonthColumn>();
        foreach (int position in positions)
        {
            formats.Read(table.HeaderNames[position], out LocalDate date);
            columns.Add(new MonthColumn(
                table.Take(position, field, isStated: false), new LocalDate(date.Year, date.Month, 1)));
        }

        IGrouping<LocalDate, MonthColumn>? repeated =
            columns.GroupBy(column => column.Month).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
        {
            table.AddProblem(new ImportProblem(
                Invariant($"Columns {MessageText.List(repeated.Select(column => column.Column.Name))} are one month."),
                ImportOption.IgnoredColumns));
        }

        return [.. columns];
    }

    private static bool IsMonth(string name) =>
        DateFormat.Recognized.Concat(DateFormat.RecognizedMonths).Any(format => format.TryParse(name, out _));
}
