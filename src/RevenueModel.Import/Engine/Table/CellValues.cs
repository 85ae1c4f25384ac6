using NodaTime;

namespace RevenueModel.Import;

/// <summary>Reads dates and numbers from cells, and refuses the row if a cell has none.</summary>
internal static class CellValues
{
    /// <summary>Reads a date.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="dates">The formats of dates.</param>
    /// <param name="latest">The last day that the date can be, or null for no check.</param>
    /// <returns>The date, or null if the cell is blank or the row is refused for it.</returns>
    public static LocalDate? Date(
        RowCells cells, FieldColumn column, FormatChoice<DateFormat, LocalDate> dates, LocalDate? latest)
    {
        ReadOnlySpan<char> text = cells.Chars(column);
        if (text.IsEmpty)
        {
            return null;
        }

        switch (dates.Read(text, out LocalDate date))
        {
            case FormatResult.Unreadable:
                cells.Refuse(
                    column,
                    RefusalReason.InvalidDate,
                    Invariant($"a date written as {dates} is expected."),
                    ImportOption.DateFormat);
                return null;
            case FormatResult.Ambiguous:
                cells.Refuse(
                    column,
                    RefusalReason.AmbiguousDate,
                    Invariant($"it reads as {string.Join(" or ", dates.Readings(text))}."),
                    ImportOption.DateFormat);
                return null;
        }

        if (date > latest)
        {
            cells.Refuse(
                column,
                RefusalReason.FutureDate,
                Invariant($"a day up to {latest:R}, the latest date of the file, is expected of a past event."),
                ImportOption.LatestDate);
            return null;
        }

        return date;
    }

    /// <summary>Reads a number of zero or more.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="money">The text of the cell, split into sign, currency and number.</param>
    /// <param name="numbers">The formats of numbers.</param>
    /// <returns>The number, or null if the row is refused for it.</returns>
    public static decimal? Number(
        RowCells cells, FieldColumn column, MoneyText money, FormatChoice<NumberFormat, decimal> numbers)
    {
        switch (numbers.Read(money.Number, out decimal number))
        {
            case FormatResult.Unreadable:
                cells.Refuse(
                    column,
                    RefusalReason.InvalidNumber,
                    Invariant($"a number written as {numbers} is expected."),
                    ImportOption.NumberFormat);
                return null;
            case FormatResult.Ambiguous:
                cells.Refuse(
                    column,
                    RefusalReason.AmbiguousNumber,
                    Invariant($"it reads as {string.Join(" or ", numbers.Readings(money.Number))}."),
                    ImportOption.NumberFormat);
                return null;
        }

        if (money.IsNegative && number > 0m)
        {
            cells.Refuse(column, RefusalReason.NegativeNumber, "zero or more is expected.");
            return null;
        }

        return number;
    }
}
