using System.Globalization;
using System.Numerics;
using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using NodaTime;

namespace Foedus.Charter.Tests.Syntax;

/// <summary>Numbers and dates as they are written.</summary>
public sealed class NumberAndDateTests
{
    [Fact]
    public void A_whole_number_of_any_length_is_read_to_the_last_digit()
    {
        var random = new Random(1582);
        for (var round = 0; round < 2000; round++)
        {
            var digits = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(10)));
            var grouped = digits.Length > 3 ? digits.Insert(random.Next(1, digits.Length), "_") : digits;
            Assert.True(NumberReader.TryInteger(grouped, out var value), grouped);
            Assert.Equal(BigInteger.Parse(digits, CultureInfo.InvariantCulture), value);
        }
    }

    [Theory]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1__0")]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("-1")]
    [InlineData("١")]
    public void What_is_no_whole_number_is_not_read(string text) => Assert.False(NumberReader.TryInteger(text, out _));

    [Theory]
    [InlineData("1.20", 120, 100)]
    [InlineData("55%", 55, 100)]
    [InlineData("0.5%", 5, 1000)]
    [InlineData("2/3", 2, 3)]
    [InlineData("1_000.5", 10005, 10)]
    public void A_number_is_exactly_what_is_written(string text, int over, int under)
    {
        Assert.True(NumberReader.TryRead(text, out var value));
        Assert.Equal((over, under), ((int)value.Numerator, (int)value.Denominator));
    }

    [Fact]
    public void A_number_in_a_clause_has_a_value_or_a_message()
    {
        var random = new Random(60);
        const string signs = "0123456789__.//%";
        var (good, bad) = (0, 0);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(i => signs[random.Next(i == 0 ? 10 : signs.Length)]));
            var tree = SyntaxTree.Parse(SourceText.From("numbers", "seats " + text), FormTable.Default);
            foreach (var token in tree.Frame.Words)
            {
                if (token.Kind is TokenKind.Number or TokenKind.Fraction or TokenKind.Percent)
                {
                    good++;
                    Assert.True(NumberReader.TryRead(tree.Source.Span(token.Span), out _), text);
                }
                else if (token.Kind == TokenKind.Bad)
                {
                    bad++;
                    Assert.Contains(tree.Diagnostics, d => d.Location.Span.Touches(token.Start));
                }
            }
        }
        Assert.True(good > 1000 && bad > 300, $"{good} and {bad}");
    }

    [Fact]
    public void A_date_is_a_day_of_the_calendar_and_no_other()
    {
        for (var year = 1; year <= 9999; year += year is > 1500 and < 2100 ? 1 : 7)
        {
            for (var month = 1; month <= 12; month++)
            {
                var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
                for (var day = 28; day <= 32; day++)
                {
                    var text = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
                    Assert.Equal(day <= days, PartialDate.TryRead(text, out _));
                }
                Assert.Equal(new LocalDate(year, month, days), new PartialDate(year, month, null).Latest);
            }
        }
    }
}
