using NodaTime;

namespace RevenueModel.Import;

/// <summary>A column of quantities.</summary>
/// <param name="Column">The column.</param>
/// <param name="Meter">The meter, or null if the row tells it.</param>
/// <param name="Month">The month, or null if the row tells it.</param>
internal sealed record UsageColumn(FieldColumn Column, string? Meter, LocalDate? Month);
