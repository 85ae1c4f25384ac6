using NodaTime;

namespace RevenueModel.Import;

/// <summary>A column whose name is a month.</summary>
/// <param name="Column">The column.</param>
/// <param name="Month">The first day of the month.</param>
internal sealed record MonthColumn(FieldColumn Column, LocalDate Month);
