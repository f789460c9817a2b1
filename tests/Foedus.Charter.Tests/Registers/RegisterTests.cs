using System.Text;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Registers;
using Foedus.Charter.Tests.Binding;
using NodaTime;

namespace Foedus.Charter.Tests.Registers;

public sealed class RegisterTests
{
    private const string Units = "unit,kind,within,link,from,until,name,source\n";
    private const string Figures = "unit,measure,value,as_at,quality,source\n";

    public static TheoryData<string, string, string> BadRows { get; } = new()
    {
        { "FD0601", "colour,size\nred,5\n", Units + "Ashland,state,,,,,,\n" },
        { "FD0602", "unit,kind,withn\nAshland,state,\n", "unit,kind,within\nAshland,state,\n" },
        { "FD0603", Figures + "Nowhere,inhabitants,5,2001-01-01,,\n", Figures + "Ashland,inhabitants,5,2001-01-01,,\n" },
        { "FD0604", Units + "Oakham,village,,,,,,\n", Units + "Oakham,town,Ashland,,,,,\n" },
        { "FD0605", Figures + "Ashland,cattle,5,2001-01-01,,\n", Figures + "Ashland,inhabitants,5,2001-01-01,,\n" },
        { "FD0606", Figures + "Ashland,inhabitants,5,2001-02-30,,\n", Figures + "Ashland,inhabitants,5,2001-02,,\n" },
        { "FD0607", Figures + "Ashland,inhabitants,-5,2001-01-01,,\n", Figures + "Ashland,inhabitants,1_000.5,2001-01-01,,\n" },
        { "FD0608", Figures + "Ashland,inhabitants,5,2001-01-01,,\nAshland,inhabitants,5,2001-01-01,,\n", Figures + "Ashland,inhabitants,5,2001-01-01,,\nAshland,inhabitants,5,2002-01-01,,\n" },
        { "FD0609", Units + "Oakham,town,Ashland,,2000-01-01,,,\nOakham,town,Birchland,,2005-01-01,,,\n", Units + "Oakham,town,Ashland,,2000-01-01,2005-01-01,,\nOakham,town,Birchland,,2005-01-01,,,\n" },
        { "FD0610", Units + "Oakham,town,Elmham,,,,,\nElmham,town,Oakham,,,,,\n", Units + "Oakham,town,Ashland,,,,,\nElmham,town,Ashland,,,,,\n" },
        { "FD0611", Units + "Ashland,state,,,2010-01-01,,,\nOakham,town,Ashland,,2000-01-01,,,\n", Units + "Ashland,state,,,1990-01-01,,,\nOakham,town,Ashland,,2000-01-01,,,\n" },
        { "FD0612", Figures + "Ashland,inhabitants,5,2001-01-01,,\nAshland,inhabitants,6,2001-01-01,,\n", Figures + "Ashland,inhabitants,5,2001-01-01,,\nAshland,inhabitants,6,2001-01-01,restated,\n" },
        { "FD0613", Figures + "Ashland,inhabitants,5,2001-01-01,roughly,\n", Figures + "Ashland,inhabitants,5,2001-01-01,about,\n" },
        { "FD0614", Figures + "Ashland,inhabitants,\"5,2001-01-01,,\n", Figures + "Ashland,inhabitants,\"5\",2001-01-01,,\n" },
        { "FD0615", Units + "Oakham,town,Ashland,,2005-01-01,2000-01-01,,\n", Units + "Oakham,town,Ashland,,2000-01-01,2005-01-01,,\n" },
        { "FD0616", Units + "Oakham,town,Nowhere,,,,,\n", Units + "Oakham,town,Ashland,,,,,\n" },
        { "FD0617", Units + "Oakham,town,Elmham,,,,,\nElmham,town,Ashland,,,,,\n", Units + "Oakham,town,Ashland,,,,,\n" },
        { "FD0618", Figures + ",inhabitants,5,2001-01-01,,\n", Figures + "Ashland,inhabitants,5,2001-01-01,,\n" },
        { "FD0624", Figures + "Ashland,inhabitants,1.204,2001-01-01,,\n", "# decimal point\n" + Figures + "Ashland,inhabitants,1.204,2001-01-01,,\n" },
        { "FD0624", Figures + "Ashland,inhabitants,\"2,5\",2001-01-01,,\nAshland,inhabitants,2.5,2002-01-01,,\nAshland,inhabitants,1.204,2003-01-01,,\n", Figures + "Ashland,inhabitants,1_204.5,2001-01-01,,\nAshland,inhabitants,1.204,2003-01-01,,\n" },
        { "FD0623", "unit,kind,languages\nAshland,state,xx\n", "unit,kind,languages\nAshland,state,\n" },
        { "FD0619", "unit,kind,kind\nAshland,state,state\n", "unit,kind\nAshland,state\n" },
        { "FD0621", Units + "Ashland,town,Birchland,,,,,\n", Units + "Ashland,state,,,,,,\n" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public void A_bad_row_gives_a_message_and_a_good_one_does_not(string number, string bad, string good)
    {
        var federation = SmallFederation.WithCouncil("", ("table.csv", bad));
        var problem = federation.Diagnostics.First(d => d.Descriptor.Number == number);
        Assert.Equal("table.csv", problem.Location.Source.Path);
        Assert.DoesNotContain(number, SmallFederation.WithCouncil("", ("table.csv", good)).Numbers());
    }

    [Fact]
    public void Every_message_of_the_register_has_a_test()
    {
        var tested = BadRows.Select(c => c.Data.Item1).Append("FD0620").Append("FD0622").ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(DiagnosticCatalogue.Language.Select(d => d.Number), n => n.StartsWith("FD06", StringComparison.Ordinal) && !tested.Contains(n));
    }

    [Fact]
    public void A_table_that_the_charter_names_must_be_there()
    {
        var federation = SmallFederation.WithCouncil("register \"units.csv\"");
        Assert.Equal("the file \"units.csv\" is not there", federation.The("FD0620").Message);
        Assert.Empty(SmallFederation.WithCouncil("register \"units.csv\"", ("here/units.csv", Units + "Ashland,state,,,,,,\n")).Numbers());
    }

    [Fact]
    public void Of_each_sort_only_the_tables_that_the_charter_names_are_read()
    {
        (string, string)[] tables = [("u.csv", Units + "Oakham,town,Ashland,,,,,\n"), ("old.csv", Units + "Elmham,town,Ashland,,,,,\n"), ("f.csv", Figures + "Oakham,inhabitants,5,2001-01-01,,\n")];
        var named = SmallFederation.WithCouncil("register \"u.csv\"", tables);
        Assert.Equal(["Oakham"], named.Register.Units.Select(u => u.Name));
        Assert.Single(named.Register.Figures);
        Assert.Equal("old.csv", named.The("FD0622").Location.Source.Path);
        Assert.Equal(2, SmallFederation.WithCouncil("register \"u.csv\", \"old.csv\"", tables).Register.Units.Length);
        Assert.Equal(2, SmallFederation.WithCouncil("", tables).Register.Units.Length);
    }

    [Fact]
    public void A_bad_row_costs_only_itself_and_messages_name_its_line()
    {
        var federation = SmallFederation.WithCouncil("", ("f.csv", Figures + "Ashland,inhabitants,5,2001-01-01,,\n\nBirchland,inhabitants,many,2001-01-01,,\nCedarland,inhabitants,7,2001-01-01,,\n"));
        Assert.Equal(["Ashland", "Cedarland"], federation.Register.Figures.Select(f => f.Unit));
        Assert.Equal(4, federation.The("FD0607").Location.Position.Line);
        Assert.Equal(5, federation.Register.Figures[1].Place.Line);
    }

    [Fact]
    public void The_order_of_columns_the_line_ends_and_a_byte_order_mark_do_not_matter()
    {
        var plain = SmallFederation.WithCouncil("", ("f.csv", "unit,measure,value,as_at\nAshland,inhabitants,5,2001-01-01\n")).Register.Figures;
        var odd = SmallFederation.WithCouncil("", ("f.csv", "\uFEFFas_at,value,measure,unit\r\n2001-01-01,5,inhabitants,Ashland\r\n")).Register.Figures;
        var semicolons = SmallFederation.WithCouncil("", ("f.csv", "unit;measure;value;as_at\nAshland;inhabitants;5;2001-01-01\n")).Register.Figures;
        Assert.Equal(plain, odd);
        Assert.Equal(plain, semicolons);
    }

    [Theory]
    [InlineData("178_000", "about", "177500", "178500")]
    [InlineData("178_400", "about", "178350", "178450")]
    [InlineData("1.20", "about", "23/20", "5/4")]
    [InlineData("18.57%", "about", "3713/20000", "743/4000")]
    [InlineData("0", "about", "0", "1/2")]
    [InlineData("5", "not less than", "5", null)]
    [InlineData("5", "not more than", "0", "5")]
    [InlineData("340282366920938463463374607431768211457", "exact", "340282366920938463463374607431768211457", "340282366920938463463374607431768211457")]
    [InlineData("", "missing", null, null)]
    [InlineData("2/3", "disputed", "2/3", "2/3")]
    public void A_figure_is_bounded_by_its_quality(string value, string quality, string? low, string? high)
    {
        var figure = Assert.Single(SmallFederation.WithCouncil("", ("f.csv", $"{Figures}Ashland,inhabitants,{value},2001-01-01,{quality},\n")).Register.Figures);
        Assert.Equal(low, figure.Low?.ToString());
        Assert.Equal(high, figure.High?.ToString());
    }

    [Fact]
    public void Contradictory_figures_are_both_kept_and_never_averaged()
    {
        var federation = SmallFederation.WithCouncil("", ("f.csv", Figures + "Ashland,inhabitants,18,2001-01-01,,one\nAshland,inhabitants,20,2001-01-01,,two\n"));
        Assert.Equal([18, 20], federation.Register.Figures.Select(f => f.Low!.Value));
        var problem = federation.The("FD0612");
        Assert.Equal((3, 2), (problem.Location.Position.Line, problem.Secondary[0].Location.Position.Line));
    }

    [Fact]
    public void A_unit_keeps_its_lives_in_time()
    {
        var units = SmallFederation.WithCouncil("", ("u.csv", Units + "Oakham,town,Ashland,,2000,2005,Oakum; Ockham,gazette\nOakham,town,Birchland,treaty,2005,,,\n")).Register.Units;
        Assert.Equal(new LocalDate(2005, 1, 1), units[0].Until);
        Assert.Equal(["Oakum", "Ockham"], units[0].OtherNames);
        Assert.Equal(("Birchland", "treaty"), (units[1].Within, units[1].Link));
    }

    [Fact]
    public void A_plural_kind_is_understood_and_a_misspelt_unit_gets_a_hint()
    {
        Assert.Equal("town", Assert.Single(SmallFederation.WithCouncil("", ("u.csv", Units + "Oakham,towns,Ashland,,,,,\n")).Register.Units).Kind);
        Assert.Equal(["did you mean `Ashland`?"], SmallFederation.WithCouncil("", ("f.csv", Figures + "Ashlnd,inhabitants,5,2001-01-01,,\n")).The("FD0603").Help);
    }

    [Fact]
    public void Hostile_tables_never_throw()
    {
        var random = new Random(1923);
        const string alphabet = "\",;\n\r\t aAé0123456789-_%/.\0\uFEFF\uD800";
        string[] heads = [Units, Figures, "", "unit,kind,unit,kind\n", "\"unit\n\",kind\n"];
        for (var i = 0; i < 400; i++)
        {
            var text = new StringBuilder(heads[i % heads.Length]);
            for (var n = random.Next(120); n > 0; n--) text.Append(alphabet[random.Next(alphabet.Length)]);
            var federation = SmallFederation.WithCouncil("", ("hostile.csv", text.ToString()));
            Assert.NotNull(federation.Register);
        }
        var endless = SmallFederation.WithCouncil("", ("long.csv", Units + "\"" + new string('x', 3_000_000)));
        Assert.Empty(endless.Register.Units);
    }
}
